using System.Globalization;

namespace LineBot.Tests.Language;

/// <summary>Instants written as a clock in Japan shows them: <c>Tokyo.At("2026-07-01T09:59:59")</c>.</summary>
public static class Tokyo
{
    public static DateTimeOffset At(string clock) => DateTimeOffset.Parse(clock + "+09:00", CultureInfo.InvariantCulture);
}
