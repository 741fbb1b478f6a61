using System.Text.Json;
using System.Text.RegularExpressions;
using static LineBot.Simulator.Platform.Rules.Field;

namespace LineBot.Simulator.Platform.Rules;

/// <summary>The bodies of the calls that send messages.</summary>
internal static partial class SendRules
{
    private static readonly Field Messages = Must("messages", Is.List(MessageRules.Message, 1, 5));
    private static readonly Field Silent = May("notificationDisabled", Is.Bool);
    private static readonly Field Units = May("customAggregationUnits", Is.List(Is.Like(Unit()), 0, 1));

    public static readonly Shape Reply = new(Must("replyToken", Is.Text(1000)), Messages, Silent);
    public static readonly Shape Push = new(Must("to", Is.Text(1000)), Messages, Silent, Units);
    public static readonly Shape Multicast = new(Must("to", Is.List(Is.Text(1000), 1, 500)), Messages, Silent, Units);
    public static readonly Shape Narrowcast = new(Messages, Silent, NarrowcastRules.Recipient, NarrowcastRules.Filter, NarrowcastRules.Limit);
    public static readonly Shape Broadcast = new(Messages, Silent);
    public static readonly Shape Validate = new(Messages);

    /// <exception cref="Refusal">It is no id of a user, a group or a room.</exception>
    public static void CheckChat(JsonElement body)
    {
        if (!Chat().IsMatch(body.Text("to")!))
            throw Invalid("to");
    }

    /// <exception cref="Refusal">One of them is no user's id.</exception>
    public static void CheckUsers(JsonElement body)
    {
        var to = body.GetProperty("to").EnumerateArray().Select(user => user.GetString()!).ToList();
        var wrong = to.FindIndex(user => !User().IsMatch(user));
        if (wrong >= 0)
            throw Invalid($"to[{wrong}]");
    }

    private static Refusal Invalid(string property) => new(400, $"The property, {property}, in the request body is invalid (line: -, column: -)");

    [GeneratedRegex("^[UCR][0-9a-f]{32}$")]
    private static partial Regex Chat();

    [GeneratedRegex("^U[0-9a-f]{32}$")]
    private static partial Regex User();

    [GeneratedRegex("^[A-Za-z0-9_]{1,30}$")]
    private static partial Regex Unit();
}
