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
        api.Get("/v2/bot/user/all/richmenu", _ => Id(menus.DefaultId ?? throw new Refusal(404, "no default richmenu")));
        api.Delete("/v2/bot/user/all/richmenu", _ => Change(platform, () => menus.DefaultId = null));

        api.Post("/v2/bot/user/{userId}/richmenu/{id}", request => Change(platform, () =>
            Link(platform, request.Route("userId"), menus.FindToShow(request.Route("id")))));
        api.Get("/v2/bot/user/{userId}/richmenu", request =>
            Id(menus.LinkedTo(request.Route("userId")) ?? throw new Refusal(404, "the user has no richmenu")));
        api.Delete("/v2/bot/user/{userId}/richmenu", request => Change(platform, () => menus.Unlink(request.Route("userId"))));

        api.Post("/v2/bot/richmenu/bulk/link", request =>
        {
            RichMenuRules.BulkLink.Check(request.Json);
            var menu = menus.FindToShow(request.Json.Text("richMenuId")!);
            return Change(platform, () => EachUser(request, userId => Link(platform, userId, menu)), ApiAnswer.Accepted());
        });
        api.Post("/v2/bot/richmenu/bulk/unlink", request =>
        {
            RichMenuRules.BulkUnlink.Check(request.Json);
            return Change(platform, () => EachUser(request, menus.Unlink), ApiAnswer.Accepted());
        });
    }

    private static void Link(LinePlatform platform, string userId, RichMenu menu)
    {
        // LINE says 200 for strangers and for those who block, and links nothing.
        if (platform.FindPhone(userId) is { IsFriend: true })
            platform.RichMenus.Link(userId, menu.Id);
    }

    private static void EachUser(ApiRequest request, Action<string> act)
    {
        foreach (var user in request.Json.GetProperty("userIds").EnumerateArray())
            act(user.GetString()!);
    }

    private static ApiAnswer Change(LinePlatform platform, Action change, ApiAnswer? answer = null)
    {
        change();
        platform.TouchAll();
        return answer ?? ApiAnswer.Ok();
    }

    private static ApiAnswer Id(string id) => ApiAnswer.Ok(new JsonObject { ["richMenuId"] = id });
}
