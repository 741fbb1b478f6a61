using LineBot.Simulator.Platform.Rules;

namespace LineBot.Simulator.Platform.Endpoints;

/// <summary>Sending to whom one describes, in the background; and how far that is.</summary>
internal static class NarrowcastEndpoint
{
    public static void Map(ApiEndpoint api, LinePlatform platform)
    {
        api.Post("/v2/bot/message/narrowcast", request => platform.RetryKeys.Once(request, () =>
        {
            SendRules.Narrowcast.Check(request.Json);
            NarrowcastRules.CheckLimit(request.Json);
            platform.Narrowcasts.Accept(request);
            return ApiAnswer.Accepted();
        }));
        api.Get("/v2/bot/message/progress/narrowcast", request =>
        {
            if (!Guid.TryParse(request.Query("requestId"), out _))
                throw new Refusal(400, "The value for the 'requestId' parameter is invalid");
            return ApiAnswer.Ok((platform.Narrowcasts.Find(request.Query("requestId")!) ?? throw Refusal.NotFound()).Progress());
        });
    }
}
