using LineBot.Simulator.Platform.Rules;

namespace LineBot.Simulator.Platform.Endpoints;

/// <summary>What concerns one chat besides messages: the loading dots, the read marks.</summary>
internal static class ChatEndpoint
{
    public static void Map(ApiEndpoint api, LinePlatform platform)
    {
        api.Post("/v2/bot/chat/loading/start", request => StartLoading(platform, request));
        api.Post("/v2/bot/chat/markAsRead", request =>
        {
            ChatRules.MarkAsRead.Check(request.Json);
            return platform.ReadTokens.TryGetValue(request.Json.Text("markAsReadToken")!, out var message)
                ? Read(platform, message.Phone, message.Number)
                : throw new Refusal(400, "Invalid markAsReadToken. Tokens must be used by the bot that received them via Webhook.");
        });
        api.Post("/v2/bot/message/markAsRead", request =>
        {
            ChatRules.MarkChatAsRead.Check(request.Json);
            return platform.FindPhone(request.Json.GetProperty("chat").Text("userId")) is { } phone
                ? Read(platform, phone, phone.Talk.Count)
                : throw Refusal.NotFound();
        });
    }

    private static ApiAnswer StartLoading(LinePlatform platform, ApiRequest request)
    {
        ChatRules.Loading.Check(request.Json);
        var seconds = request.Json.TryGetProperty("loadingSeconds", out var given) ? given.GetInt32() : 20;
        if (platform.FindPhone(request.Json.Text("chatId")) is { IsFriend: true } phone)
        {
            phone.LoadingUntil = platform.Clock.GetUtcNow() + TimeSpan.FromSeconds(seconds);
            platform.Touch(phone);
        }
        return ApiAnswer.Accepted();
    }

    private static ApiAnswer Read(LinePlatform platform, LinePhone phone, int upTo)
    {
        phone.ReadUpTo = Math.Max(phone.ReadUpTo, upTo);
        platform.Touch(phone);
        return ApiAnswer.Ok();
    }
}
