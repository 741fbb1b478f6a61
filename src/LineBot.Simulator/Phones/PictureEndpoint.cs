using LineBot.Simulator.Platform;

namespace LineBot.Simulator.Phones;

/// <summary>Serves the pictures that the phones show: the rich menus' and those that phones sent.</summary>
internal static class PictureEndpoint
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/menus/{id}", (LinePlatform platform, string id) =>
            Serve(platform.Do(() => platform.RichMenus.All.FirstOrDefault(menu => menu.Id == id)?.Image)));
        routes.MapGet("/content/{messageId}", (LinePlatform platform, string messageId) =>
            Serve(platform.Do(() => platform.Contents.GetValueOrDefault(messageId)?.Preview)));
    }

    private static IResult Serve(StoredFile? file) =>
        file is not null && file.ContentType.StartsWith("image/", StringComparison.Ordinal) ? Results.Bytes(file.Bytes, file.ContentType) : Results.NotFound();
}
