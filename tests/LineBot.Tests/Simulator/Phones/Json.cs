using System.Text.Json;

namespace LineBot.Tests.Simulator.Phones;

internal static class Json
{
    public static JsonElement Of(string json) => JsonDocument.Parse(json).RootElement;
}
