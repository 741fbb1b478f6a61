using System.Collections.Concurrent;
using System.Text.Json;
using LineBot.Simulator.Bot;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LineBot.Tests.Knowledge;

/// <summary>A language model on this machine that says what the test has it say, and keeps what it was asked.</summary>
internal sealed class FakeModel : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string? Authorization, JsonElement Body)> _asked = new();

    private FakeModel(WebApplication app, Uri address) => (_app, Address) = (app, address);

    public Uri Address { get; }

    /// <summary>Gets the user message, and says what the model writes.</summary>
    public Func<JsonElement, Task<string>> Writes { get; set; } = _ => Task.FromResult("");

    public int Status { get; set; } = 200;

    public IReadOnlyList<(string? Authorization, JsonElement Body)> Asked => [.. _asked];

    public static async Task<FakeModel> StartAsync()
    {
        var address = new Uri($"http://127.0.0.1:{FreePort.Find()}/v1/");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address.GetLeftPart(UriPartial.Authority));
        var app = builder.Build();
        var model = new FakeModel(app, address);
        app.MapPost("/v1/chat/completions", model.AnswerAsync);
        await app.StartAsync();
        return model;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> AnswerAsync(HttpRequest request)
    {
        var body = (await JsonDocument.ParseAsync(request.Body)).RootElement;
        _asked.Enqueue((request.Headers.Authorization, body));
        var question = JsonDocument.Parse(body.GetProperty("messages")[1].GetProperty("content").GetString()!).RootElement;
        var content = await Writes(question);
        return Results.Json(new { choices = (object[])[new { message = new { role = "assistant", content } }] }, statusCode: Status);
    }
}
