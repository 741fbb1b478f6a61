using System.Text.RegularExpressions;
using LineBot.Tests.Drivers;
using LineBot.Tests.Handlers.Linking;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LineBot.Tests.Access;

/// <summary>
/// Every page and every form, opened and sent by everybody it is not meant for. The addresses are read from the running service:
/// a page of which nothing is said here fails the walk.
/// </summary>
public sealed partial class PageWalkTests
{
    private const string Token = "__RequestVerificationToken";

    /// <summary>Open to everybody, by the beginning of the address. What is behind My Page is not among them.</summary>
    private static readonly string[] Public = ["/link", "/apply", "/age-verification", "/assets/", "/my-page/sign-in", "/data/sign-in", "/data/present/", "/my-page/sign-out", "/password-strength"];

    /// <summary>Not for customers: the console has a walk of its own.</summary>
    private static readonly string[] NotPages = ["/webhook", "/health", "/metrics", "/api", "/console"];

    /// <summary>What stands in an address where not the mother's id belongs: what is the same for every customer.</summary>
    private static readonly Dictionary<string, string> Common = new()
    {
        ["{mb:int}"] = "1000", ["{planId}"] = "voice-12gb", ["{optionId}"] = "sns-free", ["{month}"] = "2026-10",
    };

    [Fact]
    public async Task Nobody_without_a_session_gets_behind_the_sign_in()
    {
        await using var line = await LineTalk.StartAsync();
        var family = new Family(line);
        await family.LinkAsync();
        await family.Mother.OpenMyPageAsync();
        var (doors, forms) = await HersAsync(line, family);
        var before = await family.MothersThingsAsync(withData: true);

        foreach (var door in doors)
            (await SendAsync(line, family.Child, door)).Status.ShouldBe(StatusCodes.Status401Unauthorized, door.ToString());
        foreach (var form in forms)
            (await ForgeAsync(line, family.Child, form)).Status.ShouldBe(StatusCodes.Status401Unauthorized, form.Action.AbsolutePath);

        (await family.MothersThingsAsync(withData: true)).ShouldBe(before);
    }

    [Fact]
    public async Task Another_customers_session_finds_nothing_of_hers()
    {
        await using var line = await LineTalk.StartAsync();
        var family = new Family(line);
        await family.LinkAsync();
        await family.Mother.OpenMyPageAsync();
        var (doors, forms) = await HersAsync(line, family);
        var before = await family.MothersThingsAsync(withData: true);

        foreach (var door in doors)
        {
            await SignInAsync(line, family.Friend);
            var page = await SendAsync(line, family.Friend, door);
            if (door.NamesHers)
                page.Status.ShouldBeOneOf(door.Method == "GET" ? [404] : [404, 400]);
            await HoldsAsync(page, door.ToString());
        }
        foreach (var form in forms)
        {
            await SignInAsync(line, family.Friend);
            var page = await ForgeAsync(line, family.Friend, form);
            if (form.Action.AbsolutePath.Any(char.IsDigit))
                page.Status.ShouldBe(StatusCodes.Status404NotFound, form.Action.AbsolutePath);
            await HoldsAsync(page, form.Action.AbsolutePath);
        }

        async Task HoldsAsync(WebPage page, string where)
        {
            foreach (var secret in Family.MothersSecrets)
                page.Text.ShouldNotContain(secret, Case.Sensitive, where);
            (await family.MothersThingsAsync(withData: true)).ShouldBe(before, where);
        }
    }

    [Fact]
    public async Task The_mother_herself_gets_in()
    {
        await using var line = await LineTalk.StartAsync();
        var family = new Family(line);
        await family.LinkAsync();
        await family.Mother.OpenMyPageAsync();

        var (doors, forms) = await HersAsync(line, family);

        foreach (var door in doors.Where(door => door.Method == "GET"))
            (await SendAsync(line, family.Mother, door)).Status.ShouldBe(StatusCodes.Status200OK, door.ToString());
        forms.Count.ShouldBeGreaterThan(3);
    }

    /// <summary>A forged form may have signed the customer out or undone a link of theirs, which they are free to do.</summary>
    private static async Task SignInAsync(LineTalk line, PhoneDriver phone)
    {
        await new Family(line).LinkAsync();
        if ((await phone.OpenAsync(new Uri(line.Address, "/my-page"))).Status == StatusCodes.Status200OK)
            return;
        await phone.SkipAsync();
        await phone.OpenMyPageAsync();
    }

    private static async Task<WebPage> SendAsync(LineTalk line, PhoneDriver phone, Door door) => door.Method == "GET"
        ? await phone.OpenAsync(new Uri(line.Address, door.Path))
        : await phone.SubmitAsync((await OwnFormAsync(line, phone)).Redirect(new Uri(line.Address, door.Path)));

    /// <summary>Sends a form of the mother's page, hidden fields and all, with a token of the sender's own: what keeps people out is not the token.</summary>
    private static async Task<WebPage> ForgeAsync(LineTalk line, PhoneDriver phone, WebForm form) =>
        await phone.SubmitAsync(form.Fill(Token, (await OwnFormAsync(line, phone))[Token]!));

    private static async Task<WebForm> OwnFormAsync(LineTalk line, PhoneDriver phone)
    {
        var page = await phone.OpenAsync(new Uri(line.Address, "/my-page"));
        return (page.Status == StatusCodes.Status200OK ? page : await phone.OpenAsync(new Uri(line.Address, "/apply"))).Form(Token);
    }

    /// <summary>All that stands behind the sign-in, with the mother's id where an address has room for one, and the forms that she finds there.</summary>
    private static async Task<(IReadOnlyList<Door> Doors, IReadOnlyList<WebForm> Forms)> HersAsync(LineTalk line, Family family)
    {
        var subscription = await family.IdAsync("subscriptions", "phone_number", "080-0000-0001");
        var doors =
            (from endpoint in line.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
             let path = "/" + endpoint.RoutePattern.RawText!.TrimStart('/')
             where !Public.Concat(NotPages).Any(open => path.StartsWith(open, StringComparison.Ordinal))
             from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []
             where method is "GET" or "POST"
             let common = Common.Aggregate(path, (so, one) => so.Replace(one.Key, one.Value, StringComparison.Ordinal))
             select new Door(method, Placeholder().Replace(common, $"{subscription}"), common.Contains('{', StringComparison.Ordinal))).ToList();
        doors.Count.ShouldBeGreaterThan(8);
        var forms = new List<WebForm>();
        foreach (var door in doors.Where(door => door.Method == "GET"))
            forms.AddRange((await SendAsync(line, family.Mother, door)).Forms.Where(form => form.IsPost && form.Action.AbsolutePath != "/my-page/sign-out"));
        return (doors, forms);
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Placeholder();

    /// <param name="NamesHers">The address has the mother's id in it.</param>
    private sealed record Door(string Method, string Path, bool NamesHers);
}
