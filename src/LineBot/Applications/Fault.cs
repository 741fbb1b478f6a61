namespace LineBot.Applications;

/// <summary>Why a field cannot be taken as it is.</summary>
public enum Fault
{
    Missing,
    TooLong,
    TooShort,
    HasForbiddenCharacters,
    NotKana,
    NotADate,
    TooYoung,
    NotAPostalCode,
    TooSimple,
    Unknown,
    Taken,
    Own,
    Used,
    NotNow,
    Full,
    Late,
    IsCustomer,
}
