namespace LineBot.Knowledge;

public sealed class KnowledgeOptions
{
    public const string Section = "Knowledge";

    /// <summary>Where the articles stand; by default the folder that came along with the build.</summary>
    public string Folder { get; set; } = KnowledgeFolder.Shipped;

    /// <summary>How often the folder is looked at for changes.</summary>
    public TimeSpan ReloadEvery { get; set; } = TimeSpan.FromSeconds(5);
}
