using System.Text.Json.Nodes;
using LineBot.Simulator.Platform.Rules;

namespace LineBot.Simulator.Platform.Endpoints;

/// <summary>Names for rich menus that stay when the menu behind them is replaced.</summary>
internal static class RichMenuAliasEndpoint
{
    public static void Map(ApiEndpoint api, LinePlatform platform)
    {
        var menus = platform.RichMenus;
        api.Post("/v2/bot/richmenu/alias", request =>
        {
            RichMenuRules.CreateAlias.Check(request.Json);
            var menu = Pointed(menus, request);
            if (menus.Aliases.Count >= RichMenus.MostAliases)
                throw new Refusal(400, "The number of rich menu aliases exceeds the limit");
            return menus.Aliases.TryAdd(request.Json.Text("richMenuAliasId")!, menu.Id)
                ? ApiAnswer.Ok()
                : throw new Refusal(400, "conflict richmenu alias id");
        });
        api.Get("/v2/bot/richmenu/alias/list", _ => ApiAnswer.Ok(new JsonObject
        {
            ["aliases"] = new JsonArray([.. menus.Aliases.Select(alias => Json(alias.Key, alias.Value))]),
        }));
        api.Get("/v2/bot/richmenu/alias/{aliasId}", request => ApiAnswer.Ok(Json(Alias(menus, request), menus.Aliases[Alias(menus, request)])));
        api.Post("/v2/bot/richmenu/alias/{aliasId}", request =>
        {
            RichMenuRules.UpdateAlias.Check(request.Json);
            menus.Aliases[Alias(menus, request)] = Pointed(menus, request).Id;
            return ApiAnswer.Ok();
        });
        api.Delete("/v2/bot/richmenu/alias/{aliasId}", request =>
        {
            menus.Aliases.Remove(Alias(menus, request));
            return ApiAnswer.Ok();
        });
    }

    private static string Alias(RichMenus menus, ApiRequest request) =>
        menus.Aliases.ContainsKey(request.Route("aliasId")) ? request.Route("aliasId") : throw new Refusal(404, "richmenu alias not found");

    private static RichMenu Pointed(RichMenus menus, ApiRequest request) =>
        menus.All.FirstOrDefault(menu => menu.Id == request.Json.Text("richMenuId") && menu.Image is not null) ?? throw new Refusal(400, "richmenu not found");

    private static JsonObject Json(string alias, string menuId) => new() { ["richMenuAliasId"] = alias, ["richMenuId"] = menuId };
}
