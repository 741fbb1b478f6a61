using System.Globalization;
using FsCheck;

namespace LineBot.Tests.Data;

/// <summary>How many random cases a property is tried with: as many as it says, times <c>PROPERTY_TIMES</c> where the environment has that.</summary>
public static class Cases
{
    private static readonly int Times = int.Parse(Environment.GetEnvironmentVariable("PROPERTY_TIMES") ?? "1", CultureInfo.InvariantCulture);

    public static Config Of(int usual) => Config.QuickThrowOnFailure.WithMaxTest(usual * Times);
}
