using System.Xml.Linq;
using LineBot.Storage;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace LineBot.Web;

/// <summary>The keys that protect cookies and forms, kept in the store, so that what one node has signed another can read.</summary>
public sealed class WebKeyStore(Database database) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. database.ReadAsync(tx => tx.Query<string>("SELECT xml FROM web_keys ORDER BY id")).GetAwaiter().GetResult().Select(XElement.Parse)];

    public void StoreElement(XElement element, string friendlyName) =>
        database.WriteAsync(
            tx => tx.Execute(
                "INSERT INTO web_keys (name, xml) VALUES (@friendlyName, @xml)", new { friendlyName, xml = element.ToString(SaveOptions.DisableFormatting) }),
            WritePriority.First).GetAwaiter().GetResult();
}
