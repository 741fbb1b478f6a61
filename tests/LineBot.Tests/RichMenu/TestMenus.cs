using LineBot.RichMenu;

namespace LineBot.Tests.RichMenu;

/// <summary>The menus that go to the channel, with pictures that are quickly looked into.</summary>
internal static class TestMenus
{
    public static void Place(string folder)
    {
        foreach (var file in Directory.GetFiles(MenuFolder.Shipped, "*.json"))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        foreach (var (index, (state, tongue)) in MenuNames.All.Index())
            File.WriteAllBytes(Path.Combine(folder, $"{MenuNames.File(state, tongue)}.png"), TestPictures.Menu(ink: (byte)index));
    }
}
