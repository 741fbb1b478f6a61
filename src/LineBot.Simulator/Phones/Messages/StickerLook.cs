namespace LineBot.Simulator.Phones.Messages;

/// <summary>
/// The drawn stand-in for a sticker, whose pictures are LINE's own: the same ids always give the same colour and face.
/// </summary>
internal sealed record StickerLook(int Hue, string Eyes, string Mouth)
{
    private static readonly string[] AllEyes =
    [
        "M42 52v6M78 52v6",
        "M36 56q6-8 12 0M72 56q6-8 12 0",
        "M36 52q6 8 12 0M72 52q6 8 12 0",
        "M36 50l10 5-10 5M84 50l-10 5 10 5",
    ];

    private static readonly string[] AllMouths =
    [
        "M48 74q12 12 24 0",
        "M46 72h28q-2 16-14 16t-14-16z",
        "M52 80q8-8 16 0",
        "M46 76q7 7 14 0q7 7 14 0",
    ];

    public static StickerLook Of(string? packageId, string? stickerId)
    {
        var seed = 17u;
        foreach (var character in $"{packageId}/{stickerId}")
            seed = (seed * 31) + character;
        seed ^= seed >> 13;
        return new((int)(seed % 12) * 30, AllEyes[seed / 12 % 4], AllMouths[seed / 48 % 4]);
    }
}
