"""Makes the packed inputs of Tests/Fixtures/Reading: `python3 Tests/Fixtures/archives.py`.

Needs the `zstd` program. The expectations beside them are written by the tests: `COPYDESK_UPDATE=1 swift test`.
"""
import base64
import gzip
import hashlib
import io
import os
import sqlite3
import struct
import subprocess
import tarfile
import zipfile
import zlib

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "Reading")


def write(fixture, name, data):
    os.makedirs(os.path.join(FOLDER, fixture), exist_ok=True)
    with open(os.path.join(FOLDER, fixture, "input." + name), "wb") as file:
        file.write(data)


def gz(data):
    return gzip.compress(data, mtime=0)


def zst(data, *options):
    return subprocess.run(["zstd", "-q", "-c", *options], input=data, capture_output=True, check=True).stdout


def page(title, *paragraphs, charset=""):
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f"<html><head>{charset}<title>{title}</title></head><body><article>{body}</article></body></html>"


FERRY = page(
    "Ferry fares rise",
    "Fares will rise by four per cent in spring, the company said on Monday, as diesel has become dearer.",
    "Season tickets stay as they are, and children under six go free, as they did before.",
).encode()
NIGHT = page(
    "Fähre fährt nachts",
    "Die Fähre fährt künftig auch nachts, sagte die Reederei am Montag, und kostet dann so viel wie am Tag.",
)
STORY = b"Snow closes the pass\n\nBy Jane Roe\n\nSnow fell all night on the pass, and the road is closed.\n"


def http(body, *fields, status="200 OK"):
    return "\r\n".join([f"HTTP/1.1 {status}", *fields, "", ""]).encode() + body


def record(kind, number, block, *fields):
    lines = [
        "WARC/1.1",
        f"WARC-Type: {kind}",
        f"WARC-Record-ID: <urn:uuid:{number:08}>",
        "WARC-Date: 2026-03-09T08:00:00Z",
        f"WARC-Target-URI: https://mirror.example/{number}",
        *fields,
        f"Content-Length: {len(block)}",
    ]
    return "\r\n".join(lines + ["", ""]).encode() + block + b"\r\n\r\n"


def digest(block):
    return "WARC-Block-Digest: sha1:" + base64.b32encode(hashlib.sha1(block).digest()).decode()


HTML = "Content-Type: text/html"
ANSWER = http(FERRY, HTML)
RECORDS = [
    record("warcinfo", 1, b"software: none\r\n"),
    record("request", 2, b"GET / HTTP/1.1\r\n\r\n"),
    record("response", 3, ANSWER, digest(ANSWER)),
    record("response", 4, ANSWER, digest(FERRY)),
    record("response", 5, http(NIGHT.encode("latin-1"), "Content-Type: text/html; charset=ISO-8859-1")),
    record("response", 6, http(zlib.compress(FERRY), HTML, "Content-Encoding: deflate")),
    record("response", 7, http(zst(FERRY), HTML, "Content-Encoding: zstd")),
    record("response", 8, http(b"", "Location: /3", status="301 Moved Permanently")),
    record("response", 9, http(b"\x89PNG\r\n\x1a\n", "Content-Type: image/png")),
    record("revisit", 10, http(b"", HTML)),
    record("resource", 11, FERRY, "Content-Type: text/html; charset=utf-8"),
    record("conversion", 12, b"Fares will rise.", "Content-Type: text/plain"),
    record("metadata", 13, b"outlink: none\r\n"),
]

write("warc-records-of-all-kinds", "warc", b"".join(RECORDS))
write("warc-packed-as-a-whole", "warc.gz", gz(b"".join(RECORDS[:4])))
write("warc-zst", "warc.zst", b"".join(map(zst, RECORDS[:5])))

with open("/tmp/copydesk-dictionary", "wb") as file:
    file.write(FERRY)
packed = zst(FERRY)
frames = b"".join(zst(data, "-D", "/tmp/copydesk-dictionary") for data in RECORDS[:4])
write("warc-zst-with-dictionary", "warc.zst", b"\x5d\x2a\x4d\x18" + struct.pack("<I", len(packed)) + packed + frames)
os.remove("/tmp/copydesk-dictionary")

members = list(map(gz, RECORDS[2:7]))
members[1] = members[1][:60] + bytes(20) + members[1][80:]
members[4] = members[4][:-30]
write("warc-with-damaged-members", "warc.gz", b"".join(members))

long = b"\r\n".join([b"WARC/1.0", b"WARC-Type: response", b"Content-Length: 99", b"", b"HTTP/1.1 200 OK", b""])
write("warc-record-shorter-than-it-says", "warc", RECORDS[2] + long + b"\r\n" + RECORDS[4])


def tar(members):
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for name, data in members:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    return file.getvalue()


LINES = b'{"title":"One","text":"Rain fell."}\nno JSON\n{"title":"Two","text":"Snow fell."}\n'
TAR = tar(
    [
        ("pages/ferry.html", FERRY),
        ("n" * 120 + ".txt", STORY),
        ("../outside.txt", STORY),
        ("photo.jpg", b"no article"),
        (".hidden", b"no article"),
        ("feed.jsonl", LINES),
        ("crawl.warc.gz", b"".join(map(gz, RECORDS[1:3]))),
        ("program", b"\x7fELF" + bytes(60)),
    ]
)
write("tar-gz", "tar.gz", gz(TAR))
write("tar-zst", "tar.zst", zst(TAR))
write("tar-cut-short", "tar", TAR[:2048])


def archive(members, method=zipfile.ZIP_DEFLATED):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as packed:
        for name, data in members:
            packed.writestr(zipfile.ZipInfo(name, (2026, 3, 9, 8, 0, 0)), data, method)
    return file.getvalue()


ZIP = archive([("ferry.html", FERRY), ("../../outside.txt", STORY), ("inner.zip", archive([("story.txt", STORY)]))])
write("zip", "zip", ZIP)
write("zip-cut-short", "zip", ZIP[:-200])
write("zip-with-a-damaged-member", "zip", ZIP[:60] + b"\xff" + ZIP[61:])
write("zip-with-a-method-not-read", "zip", archive([("a.txt", STORY)], zipfile.ZIP_BZIP2))
write("zip-of-an-office-document", "docx", archive([("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<w/>")]))
write("wacz", "wacz", archive([("archive/data.warc.gz", gz(RECORDS[8])), ("indexes/index.cdx", b"-"), ("datapackage.json", b"{}")]))
encrypted = bytearray(archive([("a.txt", STORY)], zipfile.ZIP_STORED))
encrypted[6] |= 1
encrypted[encrypted.index(b"PK\x01\x02") + 8] |= 1
write("zip-encrypted", "zip", bytes(encrypted))
write("zip-bomb", "zip", archive([("zeros.txt", bytes(2 << 20))]))
write("gzip-too-deep", "txt.gz", gz(gz(gz(gz(gz(gz(gz(STORY))))))))
write("json-lines-packed", "jsonl.zst", zst(LINES))
write("page-packed", "html.zst", zst(FERRY))

ALTERNATIVES = f"""Content-Type: multipart/alternative; boundary="in ner"

--in ner
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Die F=C3=A4hre, als Text.

--in ner
Content-Type: text/html; charset=iso-8859-1
Content-Transfer-Encoding: base64

{base64.encodebytes(NIGHT.encode("latin-1")).decode()}
--in ner--
"""
LETTER = f"""Return-Path: <news@harbour.example>
Message-ID: <letter-1@harbour.example>
Date: Mon, 9 Mar 2026 08:00:00 +0100
From: =?utf-8?Q?Jane_R=C3=B6e?= <news@harbour.example>
Subject: =?iso-8859-1?Q?F=E4hren,?= =?utf-8?B?IGRpZSBuYWNodHMg?=
 =?utf-8?B?ZmFocmVu?=
List-Id: "Harbour Letter" <letter.harbour.example>
Content-Language: de
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=outer

This is a message in parts.
--outer
{ALTERNATIVES}
--outer
Content-Type: application/pdf; name=map.pdf
Content-Disposition: attachment; filename=map.pdf
Content-Transfer-Encoding: base64

JVBERi0=
--outer--
"""
FLOWED = """Message-ID: <note-2@harbour.example>
Date: Tue, 10 Mar 2026 09:30:00 GMT
From: lim@harbour.example (Ana Lim)
Subject: A note
MIME-Version: 1.0
Content-Type: text/plain; charset=us-ascii; format=flowed

The ferry was late \n  on Monday, as the \nice was thick.

>From the tower nobody saw it.
"""
write("mail", "eml", LETTER.replace("\n", "\r\n").encode())
write("mailbox", "mbox", f"From news Mon Mar  9 08:00:00 2026\n{LETTER}\nFrom lim Tue Mar 10 09:30:00 2026\n{FLOWED}\n".encode())


def database(folder):
    """Tables with and without numbers of their own, and a view, in pages of 512 bytes."""
    path = os.path.join(folder, "input.db")
    os.makedirs(folder, exist_ok=True)
    if os.path.exists(path):
        os.remove(path)
    with sqlite3.connect(path) as tables:
        tables.executescript(
            """
            PRAGMA page_size = 512; VACUUM;
            CREATE TABLE articles(id INTEGER PRIMARY KEY, headline, body, outlet, published INTEGER, raw BLOB);
            INSERT INTO articles VALUES
              (1, 'Harbour bridge closes for a week', 'OSTHAVEN (AP) — The bridge over the harbour closes on Monday, the city said.', 'Harbour Gazette', 1772546400, x'00ff'),
              (4, 'Storm passes the coast', 'The storm passed the coast on Tuesday without damage.', 'Harbour Gazette', 1772632800, NULL),
              (7, NULL, NULL, 'Harbour Gazette', NULL, NULL),
              (9007199254740993, 'A number of its own', 'Rain fell.', NULL, NULL, NULL);
            CREATE INDEX by_outlet ON articles(outlet);
            CREATE TABLE tags(number INTEGER, tag TEXT, PRIMARY KEY (number, tag)) WITHOUT ROWID;
            INSERT INTO tags VALUES (1, 'traffic'), (4, 'weather');
            CREATE VIEW outlets AS SELECT DISTINCT outlet FROM articles;
            """
        )


database(os.path.join(FOLDER, "sqlite"))
