using System.Text.Json;
using LineBot.Language;
using Messaging = Line.Messaging;

namespace LineBot.RichMenu;

/// <summary>The eight menus as they stand in <c>rich-menu/</c>: one for each link state and language, a definition and its picture.</summary>
public sealed class MenuFolder
{
    private MenuFolder(string path, IReadOnlyList<MenuDefinition> menus) => (Path, Menus) = (path, menus);

    /// <summary>The folder that came along with the build.</summary>
    public static string Shipped => System.IO.Path.Combine(AppContext.BaseDirectory, "rich-menu");

    public string Path { get; }

    public IReadOnlyList<MenuDefinition> Menus { get; }

    public MenuDefinition this[LinkState state, Tongue tongue] => Menus.Single(menu => menu.State == state && menu.Tongue == tongue);

    /// <exception cref="MenuFolderException">A file is missing or is no menu; all such files are named.</exception>
    public static MenuFolder Load(string path)
    {
        var faults = new List<MenuFault>();
        var menus = MenuNames.All.Select(menu => Read(path, menu.State, menu.Tongue, faults)).OfType<MenuDefinition>().ToList();
        return faults.Count == 0 ? new MenuFolder(path, menus) : throw new MenuFolderException(faults);
    }

    private static MenuDefinition? Read(string path, LinkState state, Tongue tongue, List<MenuFault> faults)
    {
        var name = MenuNames.File(state, tongue);
        if (Bytes(path, $"{name}.json", faults) is not { } json || Bytes(path, $"{name}.png", faults) is not { } image)
            return null;
        try
        {
            // First as any JSON: what that says of lines and columns is true of the whole file.
            JsonDocument.Parse(json).Dispose();
        }
        catch (JsonException e)
        {
            faults.Add(new MenuFault($"{name}.json:{e.LineNumber + 1}:{e.BytePositionInLine + 1}", "JSON として読めません。この場所を直してください。", "This is not readable as JSON. Mend it at this place."));
            return null;
        }
        try
        {
            return new MenuDefinition(state, tongue, Messaging.RichMenu.Parse(json), image);
        }
        catch (JsonException e)
        {
            var problem = e.Message.Split(" Path:")[0];
            faults.Add(new MenuFault($"{name}.json", $"リッチメニューの形ではありません: {problem}", $"This is not a rich menu: {problem}"));
            return null;
        }
    }

    private static byte[]? Bytes(string path, string name, List<MenuFault> faults)
    {
        var file = System.IO.Path.Combine(path, name);
        if (File.Exists(file))
            return File.ReadAllBytes(file);
        faults.Add(new MenuFault(file, "ファイルがありません。", "This file is missing."));
        return null;
    }
}
