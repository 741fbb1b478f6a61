using System.Globalization;

namespace LineBot.Language;

/// <summary>The language a customer reads: Japanese unless their LINE profile says English.</summary>
public sealed record Tongue
{
    public static readonly Tongue Japanese = new("ja");
    public static readonly Tongue English = new("en");

    private Tongue(string code) => Code = code;

    /// <summary>The language of whoever runs this process, as <c>LANG</c> says: Japanese where it does, otherwise English, as the log is.</summary>
    public static Tongue OfProcess => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == Japanese.Code ? Japanese : English;

    /// <summary>ISO 639 code, as stored and as written into <c>lang</c> attributes.</summary>
    public string Code { get; }

    public bool IsJapanese => Code == "ja";

    /// <summary>Chooses between the two wordings of one sentence, which therefore always stand side by side.</summary>
    public string Say(string japanese, string english) => IsJapanese ? japanese : english;

    /// <summary>Reads a BCP 47 tag as LINE's profile gives it (<c>ja</c>, <c>en</c>, <c>en-GB</c>, absent).</summary>
    public static Tongue Of(string? tag) =>
        tag is not null && tag.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? English : Japanese;
}
