using System.Net;
using LineBot.Console;
using LineBot.Console.Staff;
using LineBot.Tests.Drivers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LineBot.Tests.Console;

/// <summary>Every address of the console, as nobody and as each role.</summary>
public sealed class AccessTests
{
    private static readonly string[] Open = ["GET /console/sign-in", "POST /console/sign-in"];

    [Fact]
    public async Task Every_address_is_for_the_roles_that_it_names_and_for_nobody_else()
    {
        await using var line = await LineTalk.StartAsync();
        var talk = await OperatorDriver.AskAsync(line, "さくら", "こんにちは");
        var addresses = AddressesOf(line);
        using var nobody = new OperatorDriver(line);

        addresses.Count.ShouldBeGreaterThan(30);
        foreach (var (method, path, rule) in addresses)
        {
            rule.ShouldNotBeNull($"{method} {path} says nowhere who may use it.");
            var response = await AskAsync(nobody, method, path, talk);
            (response.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.Unauthorized).ShouldBeTrue($"{method} {path} as nobody: {response.StatusCode}");
            (response.Headers.Location?.OriginalString ?? "/console/sign-in").ShouldStartWith("/console/sign-in");
        }
        foreach (var role in Enum.GetValues<OperatorRole>())
        {
            using var person = await OperatorDriver.SignInAsync(line, $"one-{role}".ToLowerInvariant(), role);
            foreach (var (method, path, rule) in addresses)
            {
                using var response = await AskAsync(person, method, path, talk);
                var isRefused = response.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized;
                isRefused.ShouldBe(role < rule!.Role, $"{method} {path} as {role}: {response.StatusCode}");
                ((int)response.StatusCode).ShouldBeLessThan(500, $"{method} {path} as {role}");
                if (!isRefused)
                    response.Headers.Location?.OriginalString.ShouldNotContain("return=");
            }
        }
    }

    [Fact]
    public async Task Its_pages_run_no_script_but_our_own_and_talk_to_where_they_came_from()
    {
        await using var line = await LineTalk.StartAsync();
        using var person = await OperatorDriver.SignInAsync(line, "sato");

        var console = await person.GetAsync("/console");
        var customers = await person.GetAsync("/my-page");

        console.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("script-src 'self'; connect-src 'self';");
        console.Headers.GetValues("Content-Security-Policy").Single().ShouldNotContain("unsafe");
        console.Headers.CacheControl!.ToString().ShouldContain("no-store");
        customers.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("connect-src 'self';");
        var html = await console.Content.ReadAsStringAsync();
        html.ShouldNotContain("style=");
        html.ShouldNotContain("onclick");
    }

    private static async Task<HttpResponseMessage> AskAsync(OperatorDriver person, string method, string path, long talk)
    {
        path = path.Replace("{id:long}", $"{talk}", StringComparison.Ordinal).Replace("{message:long}", "1", StringComparison.Ordinal);
        return method == "GET" ? await person.GetAsync(path) : await person.PostAsync(path, ("id", "0"), ("role", "Operator"), ("name", "no-one"));
    }

    /// <summary>The way out comes last: it ends the session that asks.</summary>
    private static List<(string Method, string Path, ConsoleRule? Rule)> AddressesOf(LineTalk line) =>
        [.. line.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/console", StringComparison.Ordinal))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods
                .Select(method => (method, endpoint.RoutePattern.RawText!, endpoint.Metadata.GetMetadata<ConsoleRule>())))
            .Where(one => !Open.Contains($"{one.method} {one.Item2}"))
            .OrderBy(one => one.Item2.EndsWith("sign-out", StringComparison.Ordinal))];
}
