using System.Text.Json;

namespace LineBot.Simulator.Phones;

/// <summary>What makes an element of a bubble tappable: the page's script reads the action from it.</summary>
internal static class Tapping
{
    private static readonly Dictionary<string, object> Untappable = [];

    /// <summary>The attributes for the <c>action</c> of a component; none where it has no action.</summary>
    public static Dictionary<string, object> On(JsonElement component) => To(component.Child("action"));

    public static Dictionary<string, object> To(JsonElement action) => !action.Exists() ? Untappable : new()
    {
        ["data-tap"] = action.GetRawText(),
        ["role"] = "button",
        ["tabindex"] = "0",
        ["aria-label"] = action.Text("label") ?? action.Text("displayText") ?? action.Text("text") ?? action.Text("type") ?? "",
    };

    public static JsonElement Opening(string uri) => JsonSerializer.SerializeToElement(new { type = "uri", uri });
}
