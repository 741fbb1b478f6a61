using System.Text.RegularExpressions;
using LineBot.RichMenu;
using LineBot.Simulator.Platform;
using LineBot.Tests.Drivers;

namespace LineBot.Tests.Access;

/// <summary>
/// Every action of every room, tapped by everybody it is not meant for, with the ids of other people's contracts written into it.
/// The actions and their parameters are read from the code: a new one is walked without being listed.
/// </summary>
public sealed partial class PostbackWalkTests
{
    [Fact]
    public async Task A_child_changes_nothing_of_the_contract_and_sees_no_price_and_no_way_to_my_page()
    {
        await using var line = await LineTalk.StartAsync();
        var family = new Family(line);

        await WalkAsync(line, family, family.Child, withData: false, said =>
        {
            Price().IsMatch(said).ShouldBeFalse(said);
            said.ShouldNotContain("/my-page");
            said.ShouldNotContain("oya@example.jp");
            Code().IsMatch(said).ShouldBeFalse(said);
        });
    }

    [Theory]
    [InlineData(nameof(Family.Friend))]
    [InlineData(nameof(Family.Stranger))]
    public async Task Somebody_elses_customer_and_a_stranger_change_and_read_nothing(string who)
    {
        await using var line = await LineTalk.StartAsync();
        var family = new Family(line);
        var phone = who == nameof(Family.Friend) ? family.Friend : family.Stranger;

        await WalkAsync(line, family, phone, withData: true, said =>
        {
            foreach (var secret in Family.MothersSecrets)
                said.ShouldNotContain(secret);
        });
    }

    [Fact]
    public async Task The_mother_herself_can()
    {
        await using var line = await LineTalk.StartAsync();
        var family = new Family(line);
        await family.LinkAsync();
        var before = await family.MothersThingsAsync(withData: true);
        var wishes = Wishes.Of("linking/undo-contractor/confirmed@1", await WishAsync(family));

        await family.Mother.TapAsync(wishes);
        await line.SettledAsync();

        (await family.MothersThingsAsync(withData: true)).ShouldNotBe(before);
    }

    private static async Task WalkAsync(LineTalk line, Family family, PhoneDriver phone, bool withData, Action<string> holds)
    {
        await family.LinkAsync();
        var wish = await WishAsync(family);
        var before = await family.MothersThingsAsync(withData);
        foreach (var action in OwnedActions.All().Order(StringComparer.Ordinal))
        {
            var heard = phone.Phone.Talk.Count;
            await phone.TapAsync(Wishes.Of(action, wish));
            await line.SettledAsync();
            var said = Regex.Unescape(string.Join('\n', phone.Phone.Talk.Skip(heard).Where(entry => entry.Side == TalkSide.Bot).Select(entry => entry.Message.GetRawText())));
            holds($"{action}: {said}");
            await family.LinkAsync();
            (await family.MothersThingsAsync(withData)).ShouldBe(before, action);
        }
        line.Count("SELECT COUNT(*) FROM inbox WHERE status = 2").ShouldBe(0);
    }

    private static async Task<Func<string, object>> WishAsync(Family family)
    {
        var contract = await family.IdAsync("contracts", "login_id", "oya@example.jp");
        var subscription = await family.IdAsync("subscriptions", "phone_number", "080-0000-0001");
        var linkedAt = await family.LinkedAtAsync(contract);
        return name => name switch { "contract" => contract, "mb" => 500, "since" => linkedAt, _ => subscription };
    }

    [GeneratedRegex(@"[¥￥]\s?\d|\d\s?円")]
    private static partial Regex Price();

    [GeneratedRegex(@"(?<!\d)\d{4}[ -]\d{4}[ -]\d{4}[ -]\d{4}(?!\d)")]
    private static partial Regex Code();
}
