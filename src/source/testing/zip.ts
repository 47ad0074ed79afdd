/** Makes small zip archives by hand, harmful ones too, which libraries refuse to make. */
import { crc32 } from 'node:zlib';

export interface ZipEntry {
  name: string;
  content: string;
  /** Unix mode, for links. */
  mode?: number;
  /** A checksum other than the right one. */
  crc?: number;
}

/** An archive of stored (uncompressed) entries. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const content = Buffer.from(entry.content);
    const crc = entry.crc ?? crc32(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    writeCommon(local, 4, crc, content.length, name.length);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(0x0314, 4);
    writeCommon(central, 6, crc, content.length, name.length);
    central.writeUInt32LE(((entry.mode ?? 0o100_644) << 16) >>> 0, 38);
    central.writeUInt32LE(offset, 42);
    files.push(local, name, content);
    directory.push(central, name);
    offset += local.length + name.length + content.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, index, end]);
}

/** What local and central headers share, from "version needed" on. */
function writeCommon(header: Buffer, at: number, crc: number, size: number, nameLength: number): void {
  header.writeUInt16LE(20, at);
  header.writeUInt32LE(crc, at + 10);
  header.writeUInt32LE(size, at + 14);
  header.writeUInt32LE(size, at + 18);
  header.writeUInt16LE(nameLength, at + 22);
}
