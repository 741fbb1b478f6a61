using LineBot.Tests.Drivers;

namespace LineBot.Tests.Simulator.Journeys;

public sealed class DemoPeopleTests
{
    [Fact]
    public void Each_name_is_told_to_who_reads_no_Japanese() => DemoPeople.Names.ShouldAllBe(name => DemoPeople.InEnglish(name) != null);

    [Fact]
    public async Task Everybody_gets_to_their_link_state_the_way_customers_do()
    {
        await using var line = await LineTalk.StartAsync();
        await line.PublishMenusAsync();
        DemoPeople.Seat(line.Platform, userIds: null);

        await DemoPeople.WelcomeAsync(line.Platform);
        await DemoPeople.LinkAsync(line.Platform);

        await line.EventuallyAsync(() => Menus().SequenceEqual(["both", "user", "contractor", "none"]), "each one's own menu");

        IEnumerable<string> Menus() => line.Platform.Phones.Select(phone => phone.RichMenu?.Name.Split('-')[1] ?? "");
    }
}
