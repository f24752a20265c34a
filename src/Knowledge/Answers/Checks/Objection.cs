namespace Warmline.Knowledge.Answers.Checks;

/// <summary>Why a sentence is not let through.</summary>
internal enum Objection
{
    None,

    /// <summary>It cites no source, or one that is not there.</summary>
    Uncited,

    /// <summary>A figure, date, link or address in it stands in no source.</summary>
    UnknownFact,

    /// <summary>Its words are not those of the sources.</summary>
    UnknownWords,

    /// <summary>It denies what the source affirms, or affirms what it denies.</summary>
    TurnedAround,

    /// <summary>It is in another language than asked for.</summary>
    WrongLanguage,

    /// <summary>It repeats what the model was told to do.</summary>
    Instructions,

    /// <summary>It holds markup, or is too long.</summary>
    Form,
}
