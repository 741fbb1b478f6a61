using Microsoft.Playwright;

namespace LineBot.BrowserTests;

/// <summary>The steps of an application in a phone's browser.</summary>
internal static class ApplicationSteps
{
    public const string LoginId = "mio@example.jp";
    public const string Password = "k8s!Tq2mzL-mio";

    /// <summary>By its whole row, as a thumb does it.</summary>
    public static Task ChoosePlanAsync(this IFrameLocator form, string plan) =>
        form.Locator("label.choice").Filter(new() { Has = form.Locator($"input[value={plan}]") }).ClickAsync();

    public static async Task FillHolderAsync(this IFrameLocator form) => await form.FillAsync(
        ("HolderName", "森 美緒"), ("HolderKana", "もり みお"), ("BirthDate", "1995-03-03"), ("PostalCode", "530-0001"), ("Address", "大阪府大阪市北区梅田1-1"));

    public static async Task FillLoginAsync(this IFrameLocator form)
    {
        await form.FillAsync(("LoginId", LoginId), ("Password", Password));
        await Assertions.Expect(form.Locator(".strength output")).ToContainTextAsync("強さ：");
    }

    public static Task PressAsync(this IFrameLocator form, string button) =>
        form.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();

    public static Task ShowsAsync(this IFrameLocator form, string text) => Assertions.Expect(form.Locator("body")).ToContainTextAsync(text);

    public static async Task FillAsync(this IFrameLocator form, params (string Name, string Value)[] fields)
    {
        foreach (var (name, value) in fields)
            await form.Locator($"[name={name}]").FillAsync(value);
    }
}
