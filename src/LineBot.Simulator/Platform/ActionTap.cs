using System.Text.Json;
using System.Text.Json.Nodes;

namespace LineBot.Simulator.Platform;

/// <summary>What the LINE app does when something that carries an action is tapped.</summary>
internal sealed class ActionTap(LinePlatform platform, LinePhone phone, JsonElement action)
{
    public async Task<TapOutcome> RunAsync(string? picked)
    {
        HideQuickReplyOfThis();
        return action.Text("type") switch
        {
            "postback" => await PostbackAsync(),
            "message" => new TapOutcome { Webhook = await phone.SendTextAsync(action.Text("text") ?? action.Text("label") ?? "") },
            "uri" => new TapOutcome { Opens = new Uri(action.Text("uri")!) },
            "datetimepicker" => new TapOutcome { Webhook = await PickedAsync(picked) },
            "clipboard" => new TapOutcome { Copied = action.Text("clipboardText") },
            "richmenuswitch" => new TapOutcome { Webhook = await SwitchAsync() },
            "camera" or "cameraRoll" or "location" => new TapOutcome { OpensScreen = action.Text("type") },
            var type => throw new NotSupportedException($"A phone cannot tap an action of type '{type}'."),
        };
    }

    private async Task<TapOutcome> PostbackAsync()
    {
        var shown = action.Text("displayText") ?? action.Text("text");
        var webhook = await phone.Tell(() =>
        {
            if (shown is not null)
                phone.Show(TalkSide.Own, new JsonObject { ["type"] = "text", ["text"] = shown });
            return Postback(null);
        });
        return new TapOutcome { Webhook = webhook, InputOption = action.Text("inputOption"), FillInText = action.Text("fillInText") };
    }

    private Task<WebhookPost?> PickedAsync(string? picked)
    {
        var mode = action.Text("mode") ?? "datetime";
        // A picker that is closed without a choice tells the bot nothing.
        return picked is null
            ? Task.FromResult<WebhookPost?>(null)
            : phone.Tell(() => Postback(new JsonObject { [mode] = picked }));
    }

    private Task<WebhookPost?> SwitchAsync() => phone.Tell(() =>
    {
        var alias = action.Text("richMenuAliasId") ?? "";
        var status = Switch(alias);
        return Postback(new JsonObject { ["newRichMenuAliasId"] = alias, ["status"] = status });
    });

    private string Switch(string alias)
    {
        if (!platform.RichMenus.Aliases.TryGetValue(alias, out var menuId))
            return "RICHMENU_ALIAS_ID_NOTFOUND";
        if (platform.RichMenus.All.All(menu => menu.Id != menuId))
            return "RICHMENU_NOTFOUND";
        platform.RichMenus.Give(phone.UserId, menuId);
        return "SUCCESS";
    }

    private JsonObject Postback(JsonObject? parameters)
    {
        var postback = new JsonObject { ["data"] = action.Text("data") ?? "" };
        if (parameters is not null)
            postback["params"] = parameters;
        return WebhookEvent.Of("postback", ("postback", postback));
    }

    private void HideQuickReplyOfThis() => platform.Do(() =>
    {
        var isOfThese = phone.QuickReply is { } buttons
            && buttons.GetProperty("items").EnumerateArray().Any(item => JsonElement.DeepEquals(item.GetProperty("action"), action));
        if (isOfThese)
        {
            phone.HideQuickReply();
            platform.Touch(phone);
        }
        return isOfThese;
    });
}
