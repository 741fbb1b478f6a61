using System.Text.Json.Nodes;
using LineBot.Simulator.Platform.Rules;

namespace LineBot.Simulator.Platform.Endpoints;

/// <summary>Rich menus: create, look at, give their image, delete.</summary>
internal static class RichMenuEndpoint
{
    private const int LargestImage = 1024 * 1024;

    public static void Map(ApiEndpoint api, LinePlatform platform)
    {
        var menus = platform.RichMenus;
        api.Post("/v2/bot/richmenu", request =>
        {
            RichMenuRules.Create.Check(request.Json);
            RichMenuRules.CheckSize(request.Json);
            return ApiAnswer.Ok(new JsonObject { ["richMenuId"] = menus.Create(request.Json).Id });
        });
        api.Post("/v2/bot/richmenu/validate", request =>
        {
            RichMenuRules.Create.Check(request.Json);
            RichMenuRules.CheckSize(request.Json);
            return ApiAnswer.Ok();
        });
        api.Get("/v2/bot/richmenu/list", _ =>
            ApiAnswer.Ok(new JsonObject { ["richmenus"] = new JsonArray([.. menus.All.Select(menu => menu.ToJson())]) }));
        api.Get("/v2/bot/richmenu/{id}", request => ApiAnswer.Ok(menus.Find(request.Route("id")).ToJson()));
        api.Delete("/v2/bot/richmenu/{id}", request =>
        {
            menus.Delete(request.Route("id"));
            platform.TouchAll();
            return ApiAnswer.Ok();
        });
        api.Post("/v2/bot/richmenu/{id}/content", request => Upload(menus, request));
        api.Get("/v2/bot/richmenu/{id}/content", request =>
            new ApiAnswer(200, File: menus.Find(request.Route("id")).Image ?? throw Refusal.NotFound()));
    }

    private static ApiAnswer Upload(RichMenus menus, ApiRequest request)
    {
        var menu = menus.Find(request.Route("id"));
        if (request.ContentType is not ("image/png" or "image/jpeg"))
            throw new Refusal(415, $"The content type, {request.ContentType}, is not supported");
        if (request.Body.IsEmpty)
            throw new Refusal(411, "Length Required");
        if (menu.Image is not null)
            throw new Refusal(400, "An image has already been uploaded to the richmenu");
        if (request.Body.Length > LargestImage)
            throw new Refusal(413, "The image file size is too large");
        if (ImageSize.Read(request.Body.Span, request.ContentType) != (menu.Width, menu.Height))
            throw new Refusal(400, "The image size is not allowed for richmenu");
        menu.Image = new StoredFile(request.ContentType, request.Body);
        return ApiAnswer.Ok();
    }
}
