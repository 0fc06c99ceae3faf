; setup.exe for one reader: no administrator, no network, nothing outside the reader's own profile.
;
;   setup.exe [/S] [/D=C:\any folder]      /S asks nothing; /D, if given, is last and has no quotation marks
;   uninstall.exe [/S]
;
; Exit codes: 0 done, 1 cancelled, 2 this file is damaged or one could not be written, 3 a newer version is
; installed, 4 the program is open, 6 this Windows is too old, 7 the older version could not be removed.
;
; packaging/windows/setup_exe.py gives VERSION, NUMBERS (four), PUBLISHER, KILOBYTES, ICON, PICTURE, WORDS, TARGET
; and FILES, which has the macros InstallFiles and UninstallFiles: exactly the program's files, so that nothing
; else is deleted.

Unicode true
!ifdef QUICK   ; for the tests' older versions
    SetCompressor zlib
!else
    SetCompressor /SOLID lzma
    SetCompressorDictSize 64
!endif
ManifestDPIAware true
ManifestSupportedOS all
RequestExecutionLevel user
SetDateSave off   ; or when it was made would be in it
CRCCheck force   ; a bad stick is told before anything is written

!include MUI2.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include WordFunc.nsh
!include x64.nsh
!include "${FILES}"

!define NAME "CRMO Desktop"
!define PROGRAM "${NAME}.exe"           ; opens the window
!define IN_TERMINAL "crmo-desktop.exe"   ; the same, and answers in a terminal
!define UNINSTALLER "uninstall.exe"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
!define CLASS_KEY "Software\Classes\crmo"
!define OLDEST_BUILD 17763   ; Windows 10, version 1809: Qt 6.11 needs it

!define IS_NEWER 3
!define IS_OPEN 4
!define TOO_OLD 6
!define NOT_REMOVED 7

Name "${NAME}"
OutFile "${TARGET}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${UNINSTALL_KEY}" "InstallLocation"
BrandingText "${NAME} ${VERSION}"
ShowInstDetails nevershow
ShowUninstDetails nevershow

VIProductVersion "${NUMBERS}"
VIFileVersion "${NUMBERS}"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "${NAME} Setup"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "CompanyName" "${PUBLISHER}"
VIAddVersionKey "LegalCopyright" "Apache-2.0; see licences"

; ---------------------------------------------------------------- pages

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${PICTURE}"
!define MUI_WELCOMEFINISHPAGE_BITMAP_STRETCH AspectFitHeight
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TEXT "A reference on chronic recurrent multifocal osteomyelitis that needs no internet.$\r$\n$\r$\nIt is information, not medical advice.$\r$\n$\r$\nSetup installs it for you alone and needs no administrator."
!insertmacro MUI_PAGE_WELCOME
!define MUI_PAGE_HEADER_TEXT "About this program"
!define MUI_PAGE_HEADER_SUBTEXT "What it is, and on what terms it comes."
!define MUI_LICENSEPAGE_TEXT_TOP " "
!define MUI_LICENSEPAGE_TEXT_BOTTOM "There is nothing to accept. The licences of all its parts are installed with it."
!define MUI_LICENSEPAGE_BUTTON "&Next >"
!insertmacro MUI_PAGE_LICENSE "${WORDS}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!define MUI_FINISHPAGE_RUN_TEXT "Start ${NAME} now"
!insertmacro MUI_PAGE_FINISH

!define MUI_UNCONFIRMPAGE_TEXT_TOP "${NAME} will be removed. What you wrote and set in it stays, in this folder:$\r$\n$LOCALAPPDATA\${NAME}"
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

; ---------------------------------------------------------------- before anything is changed

; A file that runs cannot be opened for writing.
!macro GoIfInUse file label
    ${If} ${FileExists} "$R9\${file}"
        ClearErrors
        FileOpen $0 "$R9\${file}" a
        IfErrors ${label}
        FileClose $0
    ${EndIf}
!macroend

; Ask until nobody uses the program in the folder on the stack.
!macro WaitUntilClosed un
Function ${un}WaitUntilClosed
    Exch $R9
    Push $0
    again:
    !insertmacro GoIfInUse "${PROGRAM}" in_use
    !insertmacro GoIfInUse "${IN_TERMINAL}" in_use
    Goto closed
    in_use:
    IfSilent refuse
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${NAME} is open.$\r$\n$\r$\nClose its window and choose Retry." IDRETRY again
    refuse:
    SetErrorLevel ${IS_OPEN}
    Quit
    closed:
    Pop $0
    Pop $R9
FunctionEnd
!macroend
!insertmacro WaitUntilClosed ""
!insertmacro WaitUntilClosed "un."

Function .onInit
    SetRegView 64
    ${IfNot} ${RunningX64}
    ${OrIfNot} ${AtLeastBuild} ${OLDEST_BUILD}
        MessageBox MB_OK|MB_ICONSTOP "${NAME} needs 64-bit Windows 10, version 1809, or later.$\r$\n$\r$\nThe same reference runs on an older computer from a Linux stick." /SD IDOK
        SetErrorLevel ${TOO_OLD}
        Quit
    ${EndIf}
    ReadRegStr $0 HKCU "${UNINSTALL_KEY}" "DisplayVersion"
    ${If} $0 != ""
        ${VersionCompare} "$0" "${VERSION}" $1
        ${If} $1 == 1
            MessageBox MB_OK|MB_ICONSTOP "Version $0 of ${NAME} is installed; this is the older version ${VERSION}.$\r$\n$\r$\nKeep the newer one, or uninstall it first. What you wrote and set stays." /SD IDOK
            SetErrorLevel ${IS_NEWER}
            Quit
        ${EndIf}
        ReadRegStr $0 HKCU "${UNINSTALL_KEY}" "InstallLocation"
        Push $0
        Call WaitUntilClosed
    ${EndIf}
FunctionEnd

Function un.onInit
    SetRegView 64
    Push $INSTDIR
    Call un.WaitUntilClosed
FunctionEnd

; ---------------------------------------------------------------- install

; The older version takes its own files away, wherever it is: it knows them, and deletes nothing else.
Function RemoveOlder
    ReadRegStr $R0 HKCU "${UNINSTALL_KEY}" "InstallLocation"
    ${If} $R0 == ""
        Return
    ${EndIf}
    ${IfNot} ${FileExists} "$R0\${UNINSTALLER}"
        Return
    ${EndIf}
    DetailPrint "Removing the older version"
    ClearErrors
    ExecWait '"$R0\${UNINSTALLER}" /S _?=$R0' $R1
    ${If} ${Errors}
    ${OrIf} $R1 <> 0
        MessageBox MB_OK|MB_ICONSTOP "The older version in “$R0” could not be removed.$\r$\n$\r$\nRestart the computer and start this setup again." /SD IDOK
        SetErrorLevel ${NOT_REMOVED}
        Quit
    ${EndIf}
    Delete "$R0\${UNINSTALLER}"   ; it ran from there, so it could not do that itself
    RMDir "$R0"
FunctionEnd

Section
    Push $INSTDIR
    Call WaitUntilClosed
    Call RemoveOlder

    SetOverwrite on
    !insertmacro InstallFiles
    SetOutPath "$INSTDIR"   ; where the shortcut starts the program, too
    WriteUninstaller "$INSTDIR\${UNINSTALLER}"
    CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${PROGRAM}" "" "$INSTDIR\${PROGRAM}" 0 SW_SHOWNORMAL "" "An offline reference on CRMO"

    WriteRegStr HKCU "${CLASS_KEY}" "" "URL:${NAME}"
    WriteRegStr HKCU "${CLASS_KEY}" "URL Protocol" ""
    WriteRegStr HKCU "${CLASS_KEY}\DefaultIcon" "" '"$INSTDIR\${PROGRAM}",0'
    WriteRegStr HKCU "${CLASS_KEY}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" --open "%1"'

    WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "${NAME}"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "${PUBLISHER}"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "Comments" "Information, not medical advice"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" '"$INSTDIR\${PROGRAM}",0'
    WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\${UNINSTALLER}"'
    WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\${UNINSTALLER}" /S'
    WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" ${KILOBYTES}
    WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
    WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
SectionEnd

; ---------------------------------------------------------------- uninstall

Section "Uninstall"
    !insertmacro UninstallFiles
    Delete "$INSTDIR\${UNINSTALLER}"
    Delete "$SMPROGRAMS\${NAME}.lnk"
    SetOutPath "$TEMP"   ; the folder that one stands in cannot be removed
    RMDir "$INSTDIR"     ; stays if an administrator or the reader put something into it

    ReadRegStr $0 HKCU "${CLASS_KEY}\shell\open\command" ""
    ${If} $0 == '"$INSTDIR\${PROGRAM}" --open "%1"'   ; or another copy took the addresses over
        DeleteRegKey HKCU "${CLASS_KEY}"
    ${EndIf}
    DeleteRegKey HKCU "${UNINSTALL_KEY}"
SectionEnd
