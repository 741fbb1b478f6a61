using LineBot.Accounts;
using LineBot.Storage;

namespace LineBot.Web;

/// <summary>Makes the addresses of the talk's buttons that open a page signed in.</summary>
public sealed class SignInLinks(SignInLinkStore store, PublicAddress address)
{
    /// <param name="contractId">The contract that is opened by it; null for a page that a user link is enough for.</param>
    /// <param name="subscriptionId">The subscription that the page is to show, where it has one for each.</param>
    public string AddressOf(
        Transaction tx, Customer customer, Destination to, DateTimeOffset now, long? contractId = null, long? subscriptionId = null) =>
        address.Of(
            SignInEndpoint.PathTo(to), customer.Tongue,
            (SignInEndpoint.Ticket, store.Issue(tx, customer.LineUserId, to, contractId, now, subscriptionId)));
}
