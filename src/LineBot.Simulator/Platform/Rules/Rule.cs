using System.Text.Json;

namespace LineBot.Simulator.Platform.Rules;

/// <summary>Looks at one value of a request and notes what LINE would not take.</summary>
/// <param name="path">Where the value stands, as LINE names it: <c>messages[0].text</c>.</param>
internal delegate void Rule(JsonElement value, string path, List<RefusalDetail> faults);
