local marks = require "marks"
return { count = marks.count }
