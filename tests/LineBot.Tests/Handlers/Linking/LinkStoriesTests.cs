using LineBot.Accounts;
using LineBot.Tests.Drivers;
using Microsoft.Extensions.DependencyInjection;

namespace LineBot.Tests.Handlers.Linking;

/// <summary>
/// Random stories of three phones through the front door: whatever they do, each phone's menu is that of its links, and whoever loses
/// a link by somebody else's doing is told of it once.
/// </summary>
public sealed class LinkStoriesTests
{
    private const int Steps = 25;
    private static readonly string[] Subscriptions = ["080-0000-0001", "080-0000-0002", "080-0000-0003"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Menus_follow_and_the_displaced_are_told_once(int seed)
    {
        await using var line = await LineTalk.StartAsync();
        await line.PublishMenusAsync();
        var story = new Story(line, new Random(seed));
        for (var i = 0; i < Steps; i++)
        {
            await story.GoOnAsync();
            await story.CheckAsync();
        }
    }

    private sealed class Story(LineTalk line, Random random)
    {
        private readonly PhoneDriver[] _phones = [line.Phone("A"), line.Phone("B"), line.Phone("C")];
        private readonly Dictionary<string, int> _displaced = [];
        private readonly List<string> _told = [];

        public async Task GoOnAsync()
        {
            var phone = _phones[random.Next(_phones.Length)];
            var what = random.Next(6);
            _told.Add($"{what} by {phone.Name}");
            await (what switch
            {
                0 or 1 => LinkContractorAsync(phone),
                2 => LinkUserAsync(phone),
                3 => UndoAsync(phone, "linking/undo-user@1"),
                4 => ReissueAsync(phone),
                _ => random.Next(3) == 0 ? UndoContractorAsync(phone) : LinkUserAsync(phone),
            });
            await line.SettledAsync();
        }

        public async Task CheckAsync()
        {
            foreach (var phone in _phones)
            {
                var customer = await line.CustomerAsync(phone);
                // A phone that never had a link may have no menu of its own.
                await line.EventuallyAsync(
                    () => (phone.Phone.RichMenu?.Name ?? "none").Contains(customer.LinkState.ToString(), StringComparison.OrdinalIgnoreCase),
                    $"{phone.Name}'s menu to become {customer.LinkState}: {Told()}");
                line.Count($"SELECT COUNT(*) FROM notices WHERE line_user_id = '{phone.UserId}' AND (kind = 'link-displaced' OR cause LIKE 'user-code-reissued:%')")
                    .ShouldBe(_displaced.GetValueOrDefault(phone.UserId), $"{phone.Name}: {Told()}");
            }
            line.Count("SELECT COUNT(*) FROM user_codes WHERE spent_on = 'user-link' AND replaced_at IS NULL")
                .ShouldBeGreaterThanOrEqualTo(line.Count("SELECT COUNT(*) FROM user_links"), "a link stands on a code of its own");
        }

        private async Task LinkContractorAsync(PhoneDriver phone)
        {
            var isParent = random.Next(2) == 0;
            var (id, password) = isParent ? (LinkingSteps.Parent, LinkingSteps.ParentsPassword) : (LinkingSteps.Friend, LinkingSteps.FriendsPassword);
            var before = await HolderAsync(id);
            var page = await phone.SubmitAsync(LinkingSteps.Credentials(await OpenSignInAsync(phone), id, password));
            if (before is null)
                await IsHolderAsync(phone, id);
            if (before is null || before == phone.UserId)
                return;
            page.Text.ShouldContain("別のLINEアカウントと連携中です");
            if (random.Next(3) == 0)
                return;
            await phone.SubmitAsync(page.FormWithButton("このLINEアカウントに変更する"));
            await IsHolderAsync(phone, id);
            _displaced[before] = _displaced.GetValueOrDefault(before) + 1;
        }

        /// <summary>LINE tells of it in its own time.</summary>
        private Task IsHolderAsync(PhoneDriver phone, string loginId) => line.EventuallyAsync(
            () => line.Count($"SELECT COUNT(*) FROM contractor_links l JOIN contracts c ON c.id = l.contract_id WHERE c.login_id = '{loginId}' AND l.line_user_id = '{phone.UserId}'") == 1,
            $"{phone.Name} to hold {loginId}");

        private async Task LinkUserAsync(PhoneDriver phone)
        {
            var code = await line.UserCodeAsync(Subscriptions[random.Next(Subscriptions.Length)]);
            await line.InStoreAsync(tx => tx.Execute("DELETE FROM attempts"));
            await TapAsync(phone, "linking/user@1");
            await phone.SayAsync(code);
            await line.SettledAsync();
            if (random.Next(2) == 0)
                await TapAsync(phone, $"linking/user/replace@1?code={code}");
        }

        private async Task UndoAsync(PhoneDriver phone, string question)
        {
            await TapAsync(phone, question);
            if (Last(phone).Actions.Where(action => action.TryGetProperty("data", out var data) && data.GetString()!.Contains("/confirmed@", StringComparison.Ordinal)).ToList() is [var confirm])
            {
                await phone.TapAsync(confirm);
                await phone.TapAsync(confirm);
            }
        }

        private async Task UndoContractorAsync(PhoneDriver phone)
        {
            foreach (var contract in (await line.CustomerAsync(phone)).ContractIds)
                await UndoAsync(phone, $"linking/undo-contractor@1?contract={contract}");
        }

        /// <summary>By the page's own change, as the holder's page makes it.</summary>
        private async Task ReissueAsync(PhoneDriver phone)
        {
            if ((await line.CustomerAsync(phone)).ContractIds is not [var contract, ..])
                return;
            var subscription = await line.InStoreAsync(tx => line.Services.GetRequiredService<SubscriptionStore>().OfContract(tx, contract)[0]);
            var user = await line.InStoreAsync(tx => line.Services.GetRequiredService<LinkStore>().UserOf(tx, subscription.Id));
            await TapAsync(phone, $"my-page@1?contract={contract}");
            var enter = await phone.OpenAsync(Last(phone).FindLink("/my-page/sign-in")!);
            if (enter.Address.AbsolutePath != "/my-page")
                await phone.SubmitAsync(enter.Form("ticket"));
            var ask = await phone.OpenAsync(new Uri(line.Address, $"/my-page/user-code/{subscription.Id}"));
            await phone.SubmitAsync(ask.FormWithButton("利用コードを再設定する"));
            if (user is not null)
                _displaced[user] = _displaced.GetValueOrDefault(user) + 1;
        }

        private async Task<WebPage> OpenSignInAsync(PhoneDriver phone)
        {
            await TapAsync(phone, "linking/contractor@1");
            return await phone.OpenAsync(Last(phone).FindLink("linkToken=")!);
        }

        private async Task TapAsync(PhoneDriver phone, string postback)
        {
            await phone.TapAsync(postback);
            await line.SettledAsync();
        }

        /// <summary>What the bot said last: others' doings may have been told in between.</summary>
        private static Answer Last(PhoneDriver phone) => new([.. phone.Phone.Talk.TakeLast(3).Select(entry => entry.Message)]);

        private Task<string?> HolderAsync(string loginId) => line.InStoreAsync(tx => line.Services.GetRequiredService<LinkStore>()
            .HolderOf(tx, tx.Get<long>("SELECT id FROM contracts WHERE login_id = @loginId", new { loginId })));

        private string Told() => string.Join(", ", _told);
    }
}
