using System.Buffers.Binary;
using System.IO.Compression;

namespace LineBot.RichMenu;

/// <summary>A PNG, as far as the checks look into it.</summary>
internal sealed class Png
{
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private readonly byte[] _packed;
    private readonly byte[] _palette;
    private readonly int _depth;
    private readonly PngColour _colour;
    private readonly bool _isInterlaced;

    private Png(byte[] header, byte[] palette, byte[] packed)
    {
        (Width, Height) = (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4)));
        (_depth, _colour, _isInterlaced, _palette, _packed) = (header[8], (PngColour)header[9], header[12] != 0, palette, packed);
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Null where the bytes are no PNG, or one whose parts are not all there.</summary>
    public static Png? Read(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith(Signature))
            return null;
        byte[] header = [], palette = [];
        using var packed = new MemoryStream();
        for (var rest = file[Signature.Length..]; rest.Length >= 12;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > rest.Length - 12)
                return null;
            var content = rest.Slice(8, (int)length);
            var type = rest.Slice(4, 4);
            if (type.SequenceEqual("IHDR"u8))
                header = content.ToArray();
            else if (type.SequenceEqual("PLTE"u8))
                palette = content.ToArray();
            else if (type.SequenceEqual("IDAT"u8))
                packed.Write(content);
            else if (type.SequenceEqual("IEND"u8))
                return header.Length == 13 && packed.Length > 0 ? new Png(header, palette, packed.ToArray()) : null;
            rest = rest[(12 + (int)length)..];
        }
        return null;
    }

    /// <summary>
    /// The colours of each <paramref name="step"/>th pixel of each such row, as 0xRRGGBB; what is transparent is on white, as in the talk.
    /// Null where the picture is of a kind that is not looked into: interlaced, or of other than eight bits a channel.
    /// </summary>
    /// <exception cref="InvalidDataException">The picture is damaged.</exception>
    public int[,]? Sample(int step)
    {
        if (_isInterlaced || _depth != 8 || !Enum.IsDefined(_colour))
            return null;
        var channels = ChannelsOf(_colour);
        var sample = new int[(Height + step - 1) / step, (Width + step - 1) / step];
        var (row, above) = (new byte[Width * channels], new byte[Width * channels]);
        using var rows = new ZLibStream(new MemoryStream(_packed), CompressionMode.Decompress);
        for (var y = 0; y < Height; y++)
        {
            try
            {
                var filter = rows.ReadByte();
                rows.ReadExactly(row);
                Unfilter(filter, row, above, channels);
            }
            catch (EndOfStreamException e)
            {
                throw new InvalidDataException($"The picture ends in row {y}.", e);
            }
            for (var x = 0; y % step == 0 && x < Width; x += step)
                sample[y / step, x / step] = Colour(row.AsSpan(x * channels, channels));
            (row, above) = (above, row);
        }
        return sample;
    }

    private int Colour(ReadOnlySpan<byte> pixel) => _colour switch
    {
        PngColour.Grey => Rgb(pixel[0], pixel[0], pixel[0]),
        PngColour.GreyAlpha => Rgb(pixel[0], pixel[0], pixel[0], pixel[1]),
        PngColour.Palette => pixel[0] * 3 + 2 < _palette.Length
            ? Rgb(_palette[pixel[0] * 3], _palette[pixel[0] * 3 + 1], _palette[pixel[0] * 3 + 2])
            : throw new InvalidDataException("The picture has a colour that is not in its palette."),
        PngColour.Rgb => Rgb(pixel[0], pixel[1], pixel[2]),
        _ => Rgb(pixel[0], pixel[1], pixel[2], pixel[3]),
    };

    private static int Rgb(int red, int green, int blue, int alpha = 255)
    {
        int OnWhite(int channel) => 255 - (255 - channel) * alpha / 255;
        return (OnWhite(red) << 16) | (OnWhite(green) << 8) | OnWhite(blue);
    }

    /// <summary>Each row is stored as its difference from its neighbours. See https://www.w3.org/TR/png-3/#9Filters.</summary>
    private static void Unfilter(int filter, Span<byte> row, ReadOnlySpan<byte> above, int channels)
    {
        switch (filter)
        {
            case 0:
                break;
            case 1:
                for (var i = channels; i < row.Length; i++)
                    row[i] += row[i - channels];
                break;
            case 2:
                for (var i = 0; i < row.Length; i++)
                    row[i] += above[i];
                break;
            case 3:
                for (var i = 0; i < row.Length; i++)
                    row[i] += (byte)(((i < channels ? 0 : row[i - channels]) + above[i]) / 2);
                break;
            case 4:
                for (var i = 0; i < row.Length; i++)
                    row[i] += (byte)(i < channels ? above[i] : Nearest(row[i - channels], above[i], above[i - channels]));
                break;
            default:
                throw new InvalidDataException("The picture has a row of no known kind.");
        }
    }

    private static int Nearest(int left, int above, int corner)
    {
        var guess = left + above - corner;
        var (fromLeft, fromAbove, fromCorner) = (Math.Abs(guess - left), Math.Abs(guess - above), Math.Abs(guess - corner));
        return fromLeft <= fromAbove && fromLeft <= fromCorner ? left : fromAbove <= fromCorner ? above : corner;
    }

    private static int ChannelsOf(PngColour colour) => colour switch
    {
        PngColour.Rgb => 3,
        PngColour.RgbAlpha => 4,
        PngColour.GreyAlpha => 2,
        _ => 1,
    };

    /// <summary>As the header numbers them.</summary>
    private enum PngColour
    {
        Grey = 0,
        Rgb = 2,
        Palette = 3,
        GreyAlpha = 4,
        RgbAlpha = 6,
    }
}
