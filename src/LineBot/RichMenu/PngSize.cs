using System.Buffers.Binary;

namespace LineBot.RichMenu;

/// <summary>The size of a PNG in pixels, from its header.</summary>
internal static class PngSize
{
    private const int WidthAt = 16;
    private const int HeightAt = 20;
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Null where the bytes are no PNG.</summary>
    public static (int Width, int Height)? Of(ReadOnlySpan<byte> png) =>
        png.Length >= HeightAt + sizeof(int) && png.StartsWith(Signature)
            ? (BinaryPrimitives.ReadInt32BigEndian(png[WidthAt..]), BinaryPrimitives.ReadInt32BigEndian(png[HeightAt..]))
            : null;
}
