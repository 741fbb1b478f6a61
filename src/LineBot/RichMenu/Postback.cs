using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace LineBot.RichMenu;

/// <summary>
/// What a button carries: an action, the version of its meaning and its parameters, written <c>data-present/amount@1?to=3&amp;mb=500</c>.
/// Anybody can send any text as a postback, so a parameter is a wish and never a permission.
/// </summary>
public sealed record Postback(string Action, int Version, IReadOnlyDictionary<string, string> Parameters)
{
    /// <summary>LINE takes at most this many UTF-16 units as postback data.</summary>
    public const int MaxLength = 300;

    private static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>();

    /// <summary>The data of a button for <paramref name="action"/>, at the first version of its meaning.</summary>
    public static string To(string action, params ReadOnlySpan<(string Name, object Value)> parameters) =>
        To(action, 1, parameters);

    /// <inheritdoc cref="To(string, ReadOnlySpan{ValueTuple{string, object}})"/>
    public static string To(string action, int version, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        var data = new StringBuilder(action).Append('@').Append(version);
        var separator = '?';
        foreach (var (name, value) in parameters)
        {
            var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
            data.Append(separator).Append(name).Append('=').Append(Uri.EscapeDataString(text));
            separator = '&';
        }
        return data.Length <= MaxLength
            ? data.ToString()
            : throw new ArgumentException($"The data of a '{action}' button has {data.Length} characters; LINE takes {MaxLength}.");
    }

    public static bool TryParse(string? data, [NotNullWhen(true)] out Postback? postback)
    {
        postback = null;
        if (data is null || data.Length > MaxLength)
            return false;
        var question = data.IndexOf('?', StringComparison.Ordinal);
        var head = question < 0 ? data : data[..question];
        var at = head.IndexOf('@', StringComparison.Ordinal);
        if (at < 1 || !int.TryParse(head.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var version))
            return false;
        postback = new Postback(head[..at], version, question < 0 ? None : ParametersOf(data[(question + 1)..]));
        return true;
    }

    private static Dictionary<string, string> ParametersOf(string query)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
                parameters[pair[..equals]] = Uri.UnescapeDataString(pair[(equals + 1)..]);
        }
        return parameters;
    }
}
