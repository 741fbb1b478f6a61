using System.Text.Json.Nodes;
using LineBot.Simulator.Platform.Rules;

namespace LineBot.Simulator.Platform.Endpoints;

/// <summary>Who sees which rich menu: the default, one user's own, many users' at once.</summary>
internal static class RichMenuLinkEndpoint
{
    public static void Map(ApiEndpoint api, LinePlatform platform)
    {
        var menus = platform.RichMenus;
        api.Post("/v2/bot/user/all/richmenu/{id}", request => Change(platform, () => menus.DefaultId = menus.FindToShow(request.Route("id")).Id));
        api.Get("/v2/bot/user/all/richmenu", _ => Id(menus.DefaultId ?? throw (menus.HasDefaultOfManager
            ? new Refusal(403, "the richmenu is owned by another channel")
            : new Refusal(404, "no default richmenu"))));
        api.Delete("/v2/bot/user/all/richmenu", _ => Change(platform, () => menus.DefaultId = null));

        api.Post("/v2/bot/user/{userId}/richmenu/{id}", request =>
        {
            Give(platform, User(request), menus.FindToShow(request.Route("id")).Id);
            return ApiAnswer.Ok();
        });
        api.Get("/v2/bot/user/{userId}/richmenu", request =>
            Id(menus.LinkedTo(User(request)) ?? throw new Refusal(404, "the user has no richmenu")));
        api.Delete("/v2/bot/user/{userId}/richmenu", request =>
        {
            Give(platform, User(request), null);
            return ApiAnswer.Ok();
        });

        api.Post("/v2/bot/richmenu/bulk/link", request =>
        {
            RichMenuRules.BulkLink.Check(request.Json);
            var id = request.Json.Text("richMenuId")!;
            if (menus.All.All(menu => menu.Id != id))
                throw new Refusal(404, "richmenu not found");
            menus.FindToShow(id);
            return EachUser(platform, request, id);
        });
        api.Post("/v2/bot/richmenu/bulk/unlink", request =>
        {
            RichMenuRules.BulkUnlink.Check(request.Json);
            return EachUser(platform, request, null);
        });
    }

    private static void Give(LinePlatform platform, string userId, string? menuId)
    {
        // LINE says 200 for strangers and for those who block, and changes nothing.
        if (platform.FindPhone(userId) is not { IsFriend: true } phone)
            return;
        platform.RichMenus.Give(userId, menuId);
        platform.Touch(phone);
    }

    private static ApiAnswer EachUser(LinePlatform platform, ApiRequest request, string? menuId)
    {
        var users = request.Json.GetProperty("userIds").EnumerateArray().Select(user => user.GetString()!).ToList();
        platform.RichMenuChores.Later(() => users.ForEach(user => Give(platform, user, menuId)));
        return ApiAnswer.Accepted();
    }

    private static string User(ApiRequest request) =>
        RichMenuRules.IsUser(request.Route("userId")) ? request.Route("userId") : throw new Refusal(400, "The value for the 'userId' parameter is invalid");

    private static ApiAnswer Change(LinePlatform platform, Action change)
    {
        change();
        platform.TouchAll();
        return ApiAnswer.Ok();
    }

    private static ApiAnswer Id(string id) => ApiAnswer.Ok(new JsonObject { ["richMenuId"] = id });
}
