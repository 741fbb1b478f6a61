using LineBot.Simulator.Platform.Rules;

namespace LineBot.Simulator.Platform.Endpoints;

/// <summary>Checks messages as sending would, and sends nothing.</summary>
internal static class ValidateEndpoint
{
    public static void Map(ApiEndpoint api)
    {
        foreach (var way in (string[])["reply", "push", "multicast", "narrowcast", "broadcast"])
        {
            api.Post($"/v2/bot/message/validate/{way}", request =>
            {
                SendRules.Validate.Check(request.Json);
                return ApiAnswer.Ok();
            });
        }
    }
}
