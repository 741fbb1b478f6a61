using System.Buffers.Binary;

namespace LineBot.Handlers.DataPresent;

/// <summary>
/// What a confirmation's button carries so that all its taps are one present. It holds the instant at which it was shown
/// (UUID version 7), so that an old button in the talk is known without keeping every confirmation. Not a secret and no permission.
/// </summary>
internal static class PresentRequestId
{
    public static string New(DateTimeOffset now) => Guid.CreateVersion7(now).ToString("D");

    /// <summary>True for an id that was made within <paramref name="age"/> before <paramref name="now"/>.</summary>
    public static bool IsFresh(string? id, TimeSpan age, DateTimeOffset now)
    {
        if (!Guid.TryParseExact(id, "D", out var guid) || guid.Version != 7)
            return false;
        Span<byte> bytes = stackalloc byte[16];
        guid.TryWriteBytes(bytes, bigEndian: true, out _);
        var shownAt = BinaryPrimitives.ReadInt64BigEndian(bytes) >> 16;
        var passed = now.ToUnixTimeMilliseconds() - shownAt;
        return passed >= 0 && passed <= age.TotalMilliseconds;
    }
}
