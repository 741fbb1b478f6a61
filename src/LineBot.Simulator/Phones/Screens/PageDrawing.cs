using LineBot.Language;
using LineBot.Simulator.Phones.Bench;
using LineBot.Simulator.Phones.Live;
using LineBot.Simulator.Phones.Views;
using LineBot.Simulator.Platform;
using LineBot.Web;
using Microsoft.AspNetCore.Components;

namespace LineBot.Simulator.Phones.Screens;

/// <summary>Draws everything on the page that can change.</summary>
internal sealed partial class PageDrawing(
    LinePlatform platform, PhoneBench bench, FragmentRenderer renderer, TalkRows talks, BenchDrawing beside, ILogger<PageDrawing> logger)
{
    /// <param name="tongue">The language of the bench; each phone has its own.</param>
    public async Task<PageParts> DrawAsync(Tongue tongue)
    {
        var phones = bench.Phones;
        var shells = new List<Fragment>();
        List<FragmentList> lists = [];
        List<Fragment> fragments = [];
        foreach (var phone in phones)
        {
            shells.Add(new(phone.Id, await renderer.RenderAsync<PhoneShell>(phone.Tongue, (nameof(PhoneShell.Id), phone.Id))));
            lists.Add(await talks.OfAsync(phone, platform.Channel.DisplayName));
            fragments.Add(await Part<PhoneCaption>(phone, "caption", tongue, ("Phone", phone)));
            fragments.AddRange(await PartsAsync(phone, [.. phones.Where(other => other != phone)]));
        }
        var (wire, refusals) = await beside.WireAsync(tongue);
        return new([new("phones", shells), .. lists, wire], [.. fragments, .. await beside.StripAsync(tongue), .. await beside.LineAsync(tongue), await beside.CaptionAsync(tongue), refusals]);
    }

    private async Task<Fragment[]> PartsAsync(PhoneScreen phone, PhoneScreen[] others)
    {
        var account = platform.Channel.DisplayName;
        var menu = phone.Phone.RichMenu;
        var (screen, tongue) = (phone.Screen, phone.Tongue);
        var isMenuShown = menu is not null && screen is { IsMenuOpen: true, IsTyping: false };
        return
        [
            await Part<PhoneStatus>(phone, "status", tongue, ("Now", JapanTime.In(platform.Clock.GetUtcNow()))),
            await Part<PhoneTitle>(phone, "title", tongue, ("Phone", phone), ("Account", account)),
            await Part<QuickReplies>(phone, "replies", tongue, ("Buttons", phone.Phone.QuickReply)),
            await Part<PhoneBar>(phone, "bar", tongue, ("Phone", phone), ("Menu", menu)),
            isMenuShown ? await Part<RichMenuView>(phone, "menu", tongue, ("Menu", menu)) : new($"{phone.Id}-menu", ""),
            await Part<BrowserAddress>(phone, "address", tongue, ("Browser", phone.Browser)),
            await Part<BrowserFrame>(phone, "frame", tongue, ("Browser", phone.Browser)),
            // The share screen comes over the page that asked for it; the others lie under the browser.
            await SheetAsync(phone, screen.Sheet is not Sheet.Share, "sheet", others),
            await SheetAsync(phone, screen.Sheet is Sheet.Share, "over", others),
            await Part<Banner>(phone, "banner", tongue, ("Phone", phone)),
            new($"{phone.Id}-toast", screen.Toast.Times == 0 ? "" : $"<span data-n=\"{screen.Toast.Times}\">{System.Net.WebUtility.HtmlEncode(screen.Toast.Text)}</span>"),
        ];
    }

    private async Task<Fragment> SheetAsync(PhoneScreen phone, bool isHere, string place, PhoneScreen[] others) => isHere
        ? await Part<SheetView>(phone, place, phone.Tongue, ("Phone", phone), ("Others", others), ("Account", platform.Channel.DisplayName))
        : new($"{phone.Id}-{place}", "");

    private async Task<Fragment> Part<T>(PhoneScreen phone, string name, Tongue tongue, params (string, object?)[] parameters) where T : IComponent
    {
        try
        {
            return new($"{phone.Id}-{name}", (await renderer.RenderAsync<T>(tongue, parameters)).Trim());
        }
        catch (Exception trouble) when (trouble is not OutOfMemoryException)
        {
            // What a bot sent may defeat one part of one phone, but neither the phone nor the page.
            Log.NotDrawn(logger, name, phone.Phone.DisplayName, trouble);
            return new($"{phone.Id}-{name}", $"<p class=\"unknown\">{System.Net.WebUtility.HtmlEncode(trouble.Message)}</p>");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The part {Part} of the phone {Phone} could not be drawn")]
        public static partial void NotDrawn(ILogger logger, string part, string phone, Exception exception);
    }
}
