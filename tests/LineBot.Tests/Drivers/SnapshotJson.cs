using System.Text.Encodings.Web;
using System.Text.Json;

namespace LineBot.Tests.Drivers;

internal static class SnapshotJson
{
    public static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
