using System.Globalization;

namespace LineBot.Accounts;

/// <summary>How operators and their systems name a subscription: by its phone number, or by its id.</summary>
public readonly record struct SubscriptionKey
{
    private const int Digits = 11;

    /// <summary>As it is stored, 080-0000-0001; null where the id was given.</summary>
    public string? PhoneNumber { get; private init; }

    public long Id { get; private init; }

    public static SubscriptionKey Of(long id) => new() { Id = id };

    /// <param name="phoneNumber">As it is stored.</param>
    public static SubscriptionKey Of(string phoneNumber) => new() { PhoneNumber = phoneNumber };

    /// <summary>
    /// Reads 080-0000-0001, 08000000001 and +818000000001 as a phone number, and a number that does not begin with 0 as an id.
    /// Null for anything else.
    /// </summary>
    public static SubscriptionKey? Read(string? text)
    {
        text = (text ?? "").Trim().Replace("-", "", StringComparison.Ordinal);
        if (text.StartsWith("+81", StringComparison.Ordinal))
            text = $"0{text[3..]}";
        if (!text.StartsWith('0'))
            return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? Of(id) : null;
        return text.Length == Digits && text.All(char.IsAsciiDigit)
            ? Of($"{text[..3]}-{text[3..7]}-{text[7..]}")
            : null;
    }
}
