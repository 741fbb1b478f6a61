namespace LineBot.Handlers.AddInvite;

public enum ApplicationField
{
    Plan,
    Contract,
    UserName,
    HolderName,
    HolderKana,
    BirthDate,
    PostalCode,
    Address,
    LoginId,
    Password,
    CampaignCode,
    InvitationCode,
}
