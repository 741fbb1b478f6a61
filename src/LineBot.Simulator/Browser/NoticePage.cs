using System.Net;

namespace LineBot.Simulator.Browser;

/// <summary>A page by the phone itself, in place of one that it cannot show.</summary>
internal static class NoticePage
{
    public static Task WriteAsync(HttpContext context, int status, string language, (string Title, string Text) japanese, (string Title, string Text) english)
    {
        var isEnglish = language.StartsWith("en", StringComparison.OrdinalIgnoreCase);
        var (title, text) = isEnglish ? english : japanese;
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync($$"""
            <!DOCTYPE html>
            <html lang="{{(isEnglish ? "en" : "ja")}}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>{{WebUtility.HtmlEncode(title)}}</title>
            <style>body{font-family:-apple-system,"Hiragino Sans","Noto Sans JP","Noto Sans CJK JP",sans-serif;margin:72px 28px;text-align:center;color:#444;line-height:1.7;overflow-wrap:anywhere}h1{font-size:18px;color:#111}</style>
            </head><body><h1>{{WebUtility.HtmlEncode(title)}}</h1><p>{{WebUtility.HtmlEncode(text)}}</p></body></html>
            """);
    }
}
