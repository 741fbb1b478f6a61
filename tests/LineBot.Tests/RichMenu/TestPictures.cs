using System.Buffers.Binary;
using System.IO.Compression;

namespace LineBot.Tests.RichMenu;

/// <summary>Pictures that cost little to make and to look into.</summary>
internal static class TestPictures
{
    /// <summary>A grey PNG of a menu's size, with a stripe across each tile in the place of a label.</summary>
    /// <param name="stripe">How high the stripe is.</param>
    public static byte[] Menu(byte ground = 255, byte ink = 0, int stripe = 60, int width = 2500, int height = 1686, byte depth = 8) =>
        Png(width, height, depth, y => y % (height / 2) < stripe ? ink : ground);

    /// <summary>A grey PNG of one colour.</summary>
    public static byte[] Blank(int width, int height) => Png(width, height, 8, _ => 255);

    private static byte[] Png(int width, int height, byte depth, Func<int, byte> greyOf)
    {
        using var rows = new MemoryStream();
        using (var packed = new ZLibStream(rows, CompressionLevel.Fastest, leaveOpen: true))
        {
            var row = new byte[1 + width];
            for (var y = 0; y < height; y++)
            {
                row.AsSpan(1).Fill(greyOf(y));
                packed.Write(row);
            }
        }
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = depth;
        return [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", header), .. Chunk("IDAT", rows.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string type, byte[] content)
    {
        byte[] named = [.. type.Select(letter => (byte)letter), .. content];
        var chunk = new byte[named.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        named.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(named.Length + 4), Crc(named));
        return chunk;
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
        }
        return ~crc;
    }
}
