using System.Diagnostics;

namespace LineBot.Webhook;

/// <summary>Names a failure for operators by its kind and place. An exception's message may quote what a customer wrote.</summary>
internal static class Failure
{
    public static string Describe(Exception e)
    {
        var place = new StackTrace(e).GetFrames().Select(frame => frame.GetMethod())
            .FirstOrDefault(method => method?.DeclaringType?.Namespace?.StartsWith("LineBot", StringComparison.Ordinal) == true);
        return place is null ? e.GetType().Name : $"{e.GetType().Name} at {place.DeclaringType!.Name}.{place.Name}";
    }
}
