using System.Net;
using System.Text.RegularExpressions;
using LineBot.Accounts;
using LineBot.Console.Staff;
using LineBot.Inquiries;
using LineBot.Storage;
using LineBot.Tests.Drivers;
using Microsoft.Extensions.DependencyInjection;

namespace LineBot.Tests.Console;

/// <summary>An operator's browser without a script: reads pages, sends their forms, and shows redirects instead of following them.</summary>
internal sealed partial class OperatorDriver : IDisposable
{
    public const string Password = "correct-horse-battery";

    // Hashed slowly on purpose: once is enough.
    private static readonly Lazy<string> Hash = new(() => Passwords.Hash(Password));

    private readonly HttpClient _http;

    public OperatorDriver(LineTalk line)
    {
        Cookies = new CookieContainer();
        _http = new HttpClient(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = line.Address };
    }

    public CookieContainer Cookies { get; }

    /// <summary>Adds an operator and signs them in by the page.</summary>
    public static async Task<OperatorDriver> SignInAsync(LineTalk line, string name, OperatorRole role = OperatorRole.Operator)
    {
        await AddAsync(line, name, role);
        var driver = new OperatorDriver(line);
        (await driver.SignInAsync(name, Password)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return driver;
    }

    public static Task AddAsync(LineTalk line, string name, OperatorRole role) =>
        line.Services.GetRequiredService<Database>().WriteAsync(tx =>
            line.Services.GetRequiredService<OperatorStore>().Add(tx, name, $"{name}さん", role, Hash.Value, line.Clock.GetUtcNow()));

    /// <summary>An open inquiry of the customer with that phone.</summary>
    public static Task<long> AskAsync(LineTalk line, string name, string text)
    {
        var lineUserId = line.Phone(name).UserId;
        return line.Services.GetRequiredService<Database>().WriteAsync(tx =>
        {
            var (now, store) = (line.Clock.GetUtcNow(), line.Services.GetRequiredService<InquiryStore>());
            line.Services.GetRequiredService<AccountStore>().Remember(tx, lineUserId, name, null, isFriend: true, now);
            var id = store.Open(tx, lineUserId, now);
            store.AddFromCustomer(tx, id, "text", text, null, now);
            line.Services.GetRequiredService<InquirySignal>().Raise(tx, id);
            return id;
        });
    }

    public Task<HttpResponseMessage> SignInAsync(string name, string password) =>
        PostAsync("/console/sign-in", "/console/sign-in", ("name", name), ("password", password));

    public Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);

    public async Task<string> ReadAsync(string path) => await TextOf(await GetAsync(path));

    /// <summary>Sends a form with the token of another page of this session.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) => PostAsync("/console/account", path, fields);

    public static async Task<string> TextOf(HttpResponseMessage response) => WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());

    /// <summary>Reads a live page's stream until it brings the text.</summary>
    public static async Task ReadUntilAsync(StreamReader stream, string text)
    {
        using var patience = new CancellationTokenSource(Eventually.Patience, TimeProvider.System);
        while (await stream.ReadLineAsync(patience.Token) is { } got)
        {
            if (Regex.Unescape(got).Contains(text, StringComparison.Ordinal))
                return;
        }
        throw new Xunit.Sdk.XunitException($"The stream ended before it brought '{text}'.");
    }

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> PostAsync(string tokenPage, string path, params (string Name, string Value)[] fields)
    {
        var token = TokenIn().Match(await (await _http.GetAsync(tokenPage)).Content.ReadAsStringAsync()).Groups[1].Value;
        using var form = new FormUrlEncodedContent(
            [new("__RequestVerificationToken", token), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
        return await _http.PostAsync(path, form);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex TokenIn();
}
