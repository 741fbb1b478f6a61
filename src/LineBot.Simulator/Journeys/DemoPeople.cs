using LineBot.Simulator.Platform;

namespace LineBot.Simulator.Journeys;

/// <summary>The four who are always there, one for each link state, and how they came by it.</summary>
internal static class DemoPeople
{
    private static readonly TimeSpan GreetingPatience = TimeSpan.FromSeconds(5);

    /// <summary>What each of them is; nobody's name.</summary>
    public static readonly IReadOnlyList<string> Names = ["親", "子", "友だち", "はじめての人"];

    /// <summary>What a name says, for who reads no Japanese; null for anybody else's.</summary>
    public static string? InEnglish(string name) => name switch
    {
        "親" => "Parent",
        "子" => "Child",
        "友だち" => "Friend",
        "はじめての人" => "Newcomer",
        _ => null,
    };

    /// <param name="userIds">Those of an earlier run; null makes new ones.</param>
    public static void Seat(LinePlatform platform, IReadOnlyList<string>? userIds)
    {
        for (var i = 0; i < Names.Count; i++)
            platform.AddPhone(Names[i], "ja", userIds?.ElementAtOrDefault(i));
    }

    /// <summary>Everybody adds the account and reads the greeting.</summary>
    /// <exception cref="JourneyException">Somebody was not greeted.</exception>
    public static Task WelcomeAsync(LinePlatform platform) => Task.WhenAll(platform.Phones.Select(async phone =>
    {
        using var talk = new TalkReader(phone);
        await phone.FollowAsync();
        await talk.NextAsync(Journey.Patience);
    }));

    /// <summary>The parent links contract and own subscription, the child the other subscription, the friend a contract.</summary>
    /// <exception cref="JourneyException">Somebody did not get where they wanted; what was linked before stays.</exception>
    public static async Task LinkAsync(LinePlatform platform)
    {
        var (parent, child, friend) = (platform.Phones[0], platform.Phones[1], platform.Phones[2]);
        foreach (var phone in (LinePhone[])[parent, child, friend])
            await GreetedAsync(phone);
        var childsCode = await LinkParentAsync(platform, parent);
        await Task.WhenAll(LinkChildAsync(platform, child, childsCode), LinkFriendAsync(platform, friend));
    }

    /// <summary>A greeting that is still under way would be taken for the answer to what is tapped next. A bot need not greet.</summary>
    private static async Task GreetedAsync(LinePhone phone)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (phone.Talk.Count == 0 && TimeProvider.System.GetElapsedTime(started) < GreetingPatience)
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
    }

    private static async Task<string> LinkParentAsync(LinePlatform platform, LinePhone parent)
    {
        using var browser = new WebVisitor(platform, parent);
        using var journey = new Journey(parent, browser);
        await journey.LinkContractAsync("oya@example.jp", "demo-password-1");
        await journey.LinkSubscriptionAsync(await journey.ReadUserCodeAsync("080-0000-0001"));
        return await journey.ReadUserCodeAsync("080-0000-0002");
    }

    private static async Task LinkChildAsync(LinePlatform platform, LinePhone child, string code)
    {
        using var browser = new WebVisitor(platform, child);
        using var journey = new Journey(child, browser);
        await journey.LinkSubscriptionAsync(code);
    }

    private static async Task LinkFriendAsync(LinePlatform platform, LinePhone friend)
    {
        using var browser = new WebVisitor(platform, friend);
        using var journey = new Journey(friend, browser);
        await journey.LinkContractAsync("tomo@example.jp", "demo-password-2");
    }
}
