// Made from contracts/src/Agreement.sol by contracts/generate.ts; change the Solidity and run it again.
export const agreementAbi = [
  {
    "inputs": [],
    "stateMutability": "nonpayable",
    "type": "constructor"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "target",
        "type": "address"
      }
    ],
    "name": "AddressEmptyCode",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "AgreementClosed",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "AgreementExists",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "AgreementUnknown",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "name",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "owner",
        "type": "address"
      },
      {
        "internalType": "int256",
        "name": "chosen",
        "type": "int256"
      }
    ],
    "name": "ChoiceOutOfBounds",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "to",
        "type": "address"
      }
    ],
    "name": "CollectFailed",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "FailedCall",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "GasTooLow",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "InputFitsNoCase",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "timeout",
        "type": "uint256"
      }
    ],
    "name": "InputLate",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "bits",
        "type": "uint256"
      }
    ],
    "name": "IntegerTooWide",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "from",
        "type": "uint64"
      },
      {
        "internalType": "uint64",
        "name": "to",
        "type": "uint64"
      },
      {
        "internalType": "uint256",
        "name": "timeout",
        "type": "uint256"
      }
    ],
    "name": "IntervalAmbiguous",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "from",
        "type": "uint64"
      },
      {
        "internalType": "uint64",
        "name": "to",
        "type": "uint64"
      }
    ],
    "name": "IntervalEmpty",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "to",
        "type": "uint64"
      },
      {
        "internalType": "uint64",
        "name": "minTime",
        "type": "uint64"
      }
    ],
    "name": "IntervalInPast",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "party",
        "type": "address"
      }
    ],
    "name": "InvalidParty",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "InvalidShortString",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "party",
        "type": "address"
      }
    ],
    "name": "NotAuthorized",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "from",
        "type": "uint64"
      },
      {
        "internalType": "uint64",
        "name": "to",
        "type": "uint64"
      },
      {
        "internalType": "uint256",
        "name": "time",
        "type": "uint256"
      }
    ],
    "name": "NotInInterval",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "NotYetTrue",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "payee",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "token",
        "type": "address"
      }
    ],
    "name": "NothingOwed",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "NothingToDo",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "int256",
        "name": "number",
        "type": "int256"
      }
    ],
    "name": "NumberTooLarge",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "ProgramTooDeep",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "ReentrancyGuardReentrantCall",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "token",
        "type": "address"
      }
    ],
    "name": "SafeERC20FailedOperation",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "StateMismatch",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "str",
        "type": "string"
      }
    ],
    "name": "StringTooLong",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "offset",
        "type": "uint256"
      }
    ],
    "name": "TermsMalformed",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "hash",
        "type": "bytes32"
      }
    ],
    "name": "TermsMissing",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "TermsTooLarge",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "token",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "expected",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "arrived",
        "type": "uint256"
      }
    ],
    "name": "TokenTakesFee",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "TooManyNames",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "TooManyPayouts",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "int256",
        "name": "expected",
        "type": "int256"
      },
      {
        "internalType": "int256",
        "name": "given",
        "type": "int256"
      }
    ],
    "name": "WrongAmount",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "expected",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "given",
        "type": "address"
      }
    ],
    "name": "WrongParty",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "expected",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "given",
        "type": "address"
      }
    ],
    "name": "WrongToken",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "expected",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "sent",
        "type": "uint256"
      }
    ],
    "name": "WrongValue",
    "type": "error"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "remaining",
        "type": "bytes32"
      },
      {
        "components": [
          {
            "components": [
              {
                "internalType": "address",
                "name": "owner",
                "type": "address"
              },
              {
                "internalType": "address",
                "name": "token",
                "type": "address"
              },
              {
                "internalType": "uint256",
                "name": "amount",
                "type": "uint256"
              }
            ],
            "internalType": "struct Account[]",
            "name": "accounts",
            "type": "tuple[]"
          },
          {
            "components": [
              {
                "internalType": "bytes32",
                "name": "name",
                "type": "bytes32"
              },
              {
                "internalType": "address",
                "name": "owner",
                "type": "address"
              },
              {
                "internalType": "int256",
                "name": "chosen",
                "type": "int256"
              }
            ],
            "internalType": "struct Choice[]",
            "name": "choices",
            "type": "tuple[]"
          },
          {
            "components": [
              {
                "internalType": "bytes32",
                "name": "name",
                "type": "bytes32"
              },
              {
                "internalType": "int256",
                "name": "value",
                "type": "int256"
              }
            ],
            "internalType": "struct BoundValue[]",
            "name": "boundValues",
            "type": "tuple[]"
          },
          {
            "internalType": "uint64",
            "name": "minTime",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "inputs",
            "type": "uint64"
          }
        ],
        "indexed": false,
        "internalType": "struct State",
        "name": "state",
        "type": "tuple"
      }
    ],
    "name": "Advanced",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "payee",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "token",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "to",
        "type": "address"
      }
    ],
    "name": "Collected",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [],
    "name": "EIP712DomainChanged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "enum InputKind",
        "name": "kind",
        "type": "uint8"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "party",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "token",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "name",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "int256",
        "name": "number",
        "type": "int256"
      }
    ],
    "name": "InputApplied",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "opener",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "remaining",
        "type": "bytes32"
      },
      {
        "components": [
          {
            "components": [
              {
                "internalType": "address",
                "name": "owner",
                "type": "address"
              },
              {
                "internalType": "address",
                "name": "token",
                "type": "address"
              },
              {
                "internalType": "uint256",
                "name": "amount",
                "type": "uint256"
              }
            ],
            "internalType": "struct Account[]",
            "name": "accounts",
            "type": "tuple[]"
          },
          {
            "components": [
              {
                "internalType": "bytes32",
                "name": "name",
                "type": "bytes32"
              },
              {
                "internalType": "address",
                "name": "owner",
                "type": "address"
              },
              {
                "internalType": "int256",
                "name": "chosen",
                "type": "int256"
              }
            ],
            "internalType": "struct Choice[]",
            "name": "choices",
            "type": "tuple[]"
          },
          {
            "components": [
              {
                "internalType": "bytes32",
                "name": "name",
                "type": "bytes32"
              },
              {
                "internalType": "int256",
                "name": "value",
                "type": "int256"
              }
            ],
            "internalType": "struct BoundValue[]",
            "name": "boundValues",
            "type": "tuple[]"
          },
          {
            "internalType": "uint64",
            "name": "minTime",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "inputs",
            "type": "uint64"
          }
        ],
        "indexed": false,
        "internalType": "struct State",
        "name": "state",
        "type": "tuple"
      },
      {
        "indexed": false,
        "internalType": "bytes",
        "name": "terms",
        "type": "bytes"
      }
    ],
    "name": "Opened",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "to",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "token",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "Owed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "to",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "token",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "Paid",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes",
        "name": "terms",
        "type": "bytes"
      }
    ],
    "name": "TermsRevealed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "components": [
          {
            "internalType": "enum WarningKind",
            "name": "kind",
            "type": "uint8"
          },
          {
            "internalType": "address",
            "name": "from",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "to",
            "type": "address"
          },
          {
            "internalType": "bool",
            "name": "inside",
            "type": "bool"
          },
          {
            "internalType": "address",
            "name": "token",
            "type": "address"
          },
          {
            "internalType": "bytes32",
            "name": "name",
            "type": "bytes32"
          },
          {
            "internalType": "int256",
            "name": "first",
            "type": "int256"
          },
          {
            "internalType": "int256",
            "name": "second",
            "type": "int256"
          }
        ],
        "indexed": false,
        "internalType": "struct Warning",
        "name": "warning",
        "type": "tuple"
      }
    ],
    "name": "Warned",
    "type": "event"
  },
  {
    "inputs": [],
    "name": "PAYOUT_GAS",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "remaining",
        "type": "bytes32"
      },
      {
        "components": [
          {
            "components": [
              {
                "internalType": "address",
                "name": "owner",
                "type": "address"
              },
              {
                "internalType": "address",
                "name": "token",
                "type": "address"
              },
              {
                "internalType": "uint256",
                "name": "amount",
                "type": "uint256"
              }
            ],
            "internalType": "struct Account[]",
            "name": "accounts",
            "type": "tuple[]"
          },
          {
            "components": [
              {
                "internalType": "bytes32",
                "name": "name",
                "type": "bytes32"
              },
              {
                "internalType": "address",
                "name": "owner",
                "type": "address"
              },
              {
                "internalType": "int256",
                "name": "chosen",
                "type": "int256"
              }
            ],
            "internalType": "struct Choice[]",
            "name": "choices",
            "type": "tuple[]"
          },
          {
            "components": [
              {
                "internalType": "bytes32",
                "name": "name",
                "type": "bytes32"
              },
              {
                "internalType": "int256",
                "name": "value",
                "type": "int256"
              }
            ],
            "internalType": "struct BoundValue[]",
            "name": "boundValues",
            "type": "tuple[]"
          },
          {
            "internalType": "uint64",
            "name": "minTime",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "inputs",
            "type": "uint64"
          }
        ],
        "internalType": "struct State",
        "name": "state",
        "type": "tuple"
      },
      {
        "components": [
          {
            "internalType": "uint64",
            "name": "from",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "to",
            "type": "uint64"
          }
        ],
        "internalType": "struct Interval",
        "name": "interval",
        "type": "tuple"
      },
      {
        "components": [
          {
            "internalType": "enum InputKind",
            "name": "kind",
            "type": "uint8"
          },
          {
            "internalType": "address",
            "name": "party",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "account",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "token",
            "type": "address"
          },
          {
            "internalType": "bytes32",
            "name": "name",
            "type": "bytes32"
          },
          {
            "internalType": "int256",
            "name": "number",
            "type": "int256"
          },
          {
            "internalType": "bytes",
            "name": "signature",
            "type": "bytes"
          }
        ],
        "internalType": "struct Input[]",
        "name": "inputs",
        "type": "tuple[]"
      },
      {
        "internalType": "bytes",
        "name": "terms",
        "type": "bytes"
      }
    ],
    "name": "advance",
    "outputs": [],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "token",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "to",
        "type": "address"
      }
    ],
    "name": "collect",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "commitmentOf",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "eip712Domain",
    "outputs": [
      {
        "internalType": "bytes1",
        "name": "fields",
        "type": "bytes1"
      },
      {
        "internalType": "string",
        "name": "name",
        "type": "string"
      },
      {
        "internalType": "string",
        "name": "version",
        "type": "string"
      },
      {
        "internalType": "uint256",
        "name": "chainId",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "verifyingContract",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "salt",
        "type": "bytes32"
      },
      {
        "internalType": "uint256[]",
        "name": "extensions",
        "type": "uint256[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "terms",
        "type": "bytes32"
      },
      {
        "internalType": "uint64",
        "name": "nonce",
        "type": "uint64"
      },
      {
        "components": [
          {
            "internalType": "enum InputKind",
            "name": "kind",
            "type": "uint8"
          },
          {
            "internalType": "address",
            "name": "party",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "account",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "token",
            "type": "address"
          },
          {
            "internalType": "bytes32",
            "name": "name",
            "type": "bytes32"
          },
          {
            "internalType": "int256",
            "name": "number",
            "type": "int256"
          },
          {
            "internalType": "bytes",
            "name": "signature",
            "type": "bytes"
          }
        ],
        "internalType": "struct Input",
        "name": "input",
        "type": "tuple"
      }
    ],
    "name": "hashInput",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "opener",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "salt",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "root",
        "type": "bytes32"
      }
    ],
    "name": "idOf",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "pure",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes[]",
        "name": "data",
        "type": "bytes[]"
      }
    ],
    "name": "multicall",
    "outputs": [
      {
        "internalType": "bytes[]",
        "name": "results",
        "type": "bytes[]"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "root",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "salt",
        "type": "bytes32"
      },
      {
        "internalType": "bytes",
        "name": "terms",
        "type": "bytes"
      }
    ],
    "name": "open",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "payee",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "token",
        "type": "address"
      }
    ],
    "name": "owedTo",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "contract IERC20Permit",
        "name": "token",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "owner",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "deadline",
        "type": "uint256"
      },
      {
        "internalType": "uint8",
        "name": "v",
        "type": "uint8"
      },
      {
        "internalType": "bytes32",
        "name": "r",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "s",
        "type": "bytes32"
      }
    ],
    "name": "permit",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "remaining",
        "type": "bytes32"
      },
      {
        "components": [
          {
            "components": [
              {
                "internalType": "address",
                "name": "owner",
                "type": "address"
              },
              {
                "internalType": "address",
                "name": "token",
                "type": "address"
              },
              {
                "internalType": "uint256",
                "name": "amount",
                "type": "uint256"
              }
            ],
            "internalType": "struct Account[]",
            "name": "accounts",
            "type": "tuple[]"
          },
          {
            "components": [
              {
                "internalType": "bytes32",
                "name": "name",
                "type": "bytes32"
              },
              {
                "internalType": "address",
                "name": "owner",
                "type": "address"
              },
              {
                "internalType": "int256",
                "name": "chosen",
                "type": "int256"
              }
            ],
            "internalType": "struct Choice[]",
            "name": "choices",
            "type": "tuple[]"
          },
          {
            "components": [
              {
                "internalType": "bytes32",
                "name": "name",
                "type": "bytes32"
              },
              {
                "internalType": "int256",
                "name": "value",
                "type": "int256"
              }
            ],
            "internalType": "struct BoundValue[]",
            "name": "boundValues",
            "type": "tuple[]"
          },
          {
            "internalType": "uint64",
            "name": "minTime",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "inputs",
            "type": "uint64"
          }
        ],
        "internalType": "struct State",
        "name": "state",
        "type": "tuple"
      },
      {
        "components": [
          {
            "internalType": "uint64",
            "name": "from",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "to",
            "type": "uint64"
          }
        ],
        "internalType": "struct Interval",
        "name": "interval",
        "type": "tuple"
      },
      {
        "components": [
          {
            "internalType": "enum InputKind",
            "name": "kind",
            "type": "uint8"
          },
          {
            "internalType": "address",
            "name": "party",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "account",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "token",
            "type": "address"
          },
          {
            "internalType": "bytes32",
            "name": "name",
            "type": "bytes32"
          },
          {
            "internalType": "int256",
            "name": "number",
            "type": "int256"
          },
          {
            "internalType": "bytes",
            "name": "signature",
            "type": "bytes"
          }
        ],
        "internalType": "struct Input[]",
        "name": "inputs",
        "type": "tuple[]"
      },
      {
        "internalType": "bytes",
        "name": "terms",
        "type": "bytes"
      }
    ],
    "name": "preview",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      },
      {
        "components": [
          {
            "components": [
              {
                "internalType": "address",
                "name": "owner",
                "type": "address"
              },
              {
                "internalType": "address",
                "name": "token",
                "type": "address"
              },
              {
                "internalType": "uint256",
                "name": "amount",
                "type": "uint256"
              }
            ],
            "internalType": "struct Account[]",
            "name": "accounts",
            "type": "tuple[]"
          },
          {
            "components": [
              {
                "internalType": "bytes32",
                "name": "name",
                "type": "bytes32"
              },
              {
                "internalType": "address",
                "name": "owner",
                "type": "address"
              },
              {
                "internalType": "int256",
                "name": "chosen",
                "type": "int256"
              }
            ],
            "internalType": "struct Choice[]",
            "name": "choices",
            "type": "tuple[]"
          },
          {
            "components": [
              {
                "internalType": "bytes32",
                "name": "name",
                "type": "bytes32"
              },
              {
                "internalType": "int256",
                "name": "value",
                "type": "int256"
              }
            ],
            "internalType": "struct BoundValue[]",
            "name": "boundValues",
            "type": "tuple[]"
          },
          {
            "internalType": "uint64",
            "name": "minTime",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "inputs",
            "type": "uint64"
          }
        ],
        "internalType": "struct State",
        "name": "",
        "type": "tuple"
      },
      {
        "components": [
          {
            "internalType": "address",
            "name": "from",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "to",
            "type": "address"
          },
          {
            "internalType": "bool",
            "name": "inside",
            "type": "bool"
          },
          {
            "internalType": "address",
            "name": "token",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "amount",
            "type": "uint256"
          }
        ],
        "internalType": "struct Payment[]",
        "name": "",
        "type": "tuple[]"
      },
      {
        "components": [
          {
            "internalType": "enum WarningKind",
            "name": "kind",
            "type": "uint8"
          },
          {
            "internalType": "address",
            "name": "from",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "to",
            "type": "address"
          },
          {
            "internalType": "bool",
            "name": "inside",
            "type": "bool"
          },
          {
            "internalType": "address",
            "name": "token",
            "type": "address"
          },
          {
            "internalType": "bytes32",
            "name": "name",
            "type": "bytes32"
          },
          {
            "internalType": "int256",
            "name": "first",
            "type": "int256"
          },
          {
            "internalType": "int256",
            "name": "second",
            "type": "int256"
          }
        ],
        "internalType": "struct Warning[]",
        "name": "",
        "type": "tuple[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  }
] as const;

export const agreementBytecode = '0x6101606040523461013d57604051610018604082610141565b6013815260208101907f47726973746d696c6c2041677265656d656e7400000000000000000000000000825260405191610053604084610141565b600183526020830191603160f81b835261006c81610178565b6101205261007984610178565b61014052519020918260e05251902080610100524660a0526040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a081526100e260c082610141565b5190206080523060c052604051615cd990816101e4823960805181613f37015260a05181613fee015260c05181613f08015260e05181613f8601526101005181613fac015261012051816109a1015261014051816109ca0152f35b5f80fd5b601f909101601f19168101906001600160401b0382119082101761016457604052565b634e487b7160e01b5f52604160045260245ffd5b601f8151116101a3576020815191015160208210610194571790565b5f198260200360031b1b161790565b604460209160405192839163305a27a960e01b83528160048401528051918291826024860152018484015e5f828201840152601f01601f19168101030190fdfe60806040526004361015610011575f80fd5b5f5f3560e01c806308d34944146110015780631504d2b214610b3457806344abc9b714610a9d57806384b0196e1461096b5780639a44da8314610930578063a10bb806146108e8578063a12ef25e1461065c578063ac9650d814610473578063c884592d14610422578063d505accf1461031f578063db5a0aa1146102a65763ee1818f21461009e575f80fd5b346102a35760607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126102a35760043560443567ffffffffffffffff81116102a1576100f0903690600401611c78565b6100fd8360243533612751565b928385526002602052604085205461027557610117612448565b916103e842024281046103e81442151715610248579161023d86949260209867ffffffffffffffff7f88487d704017fcc4c010f3b2493fe6ebe0f9d7c10a605f46e489dc17c71dc7f2961660608601526101c26101726122bb565b6040517fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe06110206101a38184612020565b6080835201368e83013760a08201526101bc848b612c2c565b86612d7b565b604080518b810190610205816101d98a8a866123a2565b037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08101835282612020565b5190209188815260028c52205561022d604051948594855260608b8601526060850190611ca6565b90838203604085015233976123bc565b0390a3604051908152f35b6024877f4e487b710000000000000000000000000000000000000000000000000000000081526011600452fd5b602485857f03b3b048000000000000000000000000000000000000000000000000000000008252600452fd5b825b80fd5b50346102a35760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126102a35773ffffffffffffffffffffffffffffffffffffffff60406102f5611f1b565b92826102ff611f3e565b9416815260036020522091165f52602052602060405f2054604051908152f35b503461041e5760e07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261041e5760043573ffffffffffffffffffffffffffffffffffffffff811680910361041e57610378611f3e565b906084359160ff831680930361041e57813b1561041e5760e473ffffffffffffffffffffffffffffffffffffffff915f809460405196879586947fd505accf00000000000000000000000000000000000000000000000000000000865216600485015230602485015260443560448501526064356064850152608484015260a43560a484015260c43560c48401525af1610410575080f35b61041c91505f90612020565b005b5f80fd5b3461041e5760607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261041e57602061046b61045e611f1b565b6044359060243590612751565b604051908152f35b3461041e5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261041e5760043567ffffffffffffffff811161041e576104c2903690600401611c47565b6020916040516104d28482612020565b5f8152838101907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0850136833761050884612061565b926105166040519485612020565b84845261052285612061565b6105517fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08887019201826126e4565b5f5b868110156105e3576001906105c76105c16105738360051b870187612700565b91908c8a846040519586948486013783018281015f81528c519283915e01015f8152037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08101835282612020565b30612a02565b6105d18289612434565b526105dc8188612434565b5001610553565b604080518981528751818b018190525f92600582901b830181019186918d9085015b8287106106125785850386f35b90919293828061064c837fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc08a600196030186528851611ed8565b9601920196019592919092610605565b3461041e5760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261041e57610693611f1b565b61069b611f3e565b906106a4612792565b6106ad826129a6565b335f52600360205260405f2073ffffffffffffffffffffffffffffffffffffffff82165f5260205260405f20549081156108a25773ffffffffffffffffffffffffffffffffffffffff90335f52600360205260405f208282165f526020525f60408120551691604051928284528073ffffffffffffffffffffffffffffffffffffffff8316948560208201527f17d1d31f1ddb920df3ecc5ae749f962a562e75ad36cd7dd12fea0d4fec1cec1160403392a3806107fb57505f80808481945af13d156107f6573d61077d81612685565b9061078b6040519283612020565b81525f60203d92013e5b156107ca57602091505b5f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d604051908152f35b507fec99686d000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b610795565b929050604051907fa9059cbb000000000000000000000000000000000000000000000000000000005f526004528160245260205f60448180875af19060015f5114821615610881575b60405215610855576020915061079f565b507f5274afe7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b90600181151661089957833b15153d15161690610844565b503d5f823e3d90fd5b73ffffffffffffffffffffffffffffffffffffffff907f53ead58b000000000000000000000000000000000000000000000000000000005f52336004521660245260445ffd5b3461041e5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261041e576004355f526002602052602060405f2054604051908152f35b3461041e575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261041e576020604051620186a08152f35b3461041e575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261041e57610a416109c57f0000000000000000000000000000000000000000000000000000000000000000614014565b6109ee7f0000000000000000000000000000000000000000000000000000000000000000614014565b6020610a4f60405192610a018385612020565b5f84525f3681376040519586957f0f00000000000000000000000000000000000000000000000000000000000000875260e08588015260e0870190611ed8565b908582036040870152611ed8565b4660608501523060808501525f60a085015283810360c08501528180845192838152019301915f5b828110610a8657505050500390f35b835185528695509381019392810192600101610a77565b3461041e5760807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261041e5760443567ffffffffffffffff8116810361041e5760643567ffffffffffffffff811161041e5760e07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc823603011261041e5760209161046b9160040190602435600435612496565b3461041e5760c07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261041e5760243567ffffffffffffffff811161041e5760a07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc823603011261041e5760407fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffbc36011261041e5760843567ffffffffffffffff811161041e57610beb903690600401611c47565b919060a4359167ffffffffffffffff831161041e57610c11610c27933690600401611c78565b939091610c1c612448565b503690600401612079565b93610c30612311565b936044359567ffffffffffffffff87169687810361041e576064359067ffffffffffffffff8216820361041e5767ffffffffffffffff82168911610fc757606083019867ffffffffffffffff8a511667ffffffffffffffff84168111610f8e57509267ffffffffffffffff809381608094610d6a9897828e519f51168091115f14610f8457509998995b168c521660208b01526040610cce8261347c565b8051610cd86122a2565b90805160208301528152828d01526020810151610cf36122a2565b9080516020830152815260608d01520151610d0c6122a2565b815160208201529081528a8301526040517fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0611020610d4b8184612020565b8483520136602083013760a08b01520151169260208701938452612c2c565b91610d7883866004356134a8565b955f93608087019260c08801965b818710610ef7578989895115610ecf5790610da082612942565b916060604082015191602083519301518352015190602082519201518252610dda6040519485948552608060208601526080850190611ca6565b8381036040850152602080835192838152019201905f5b818110610e45575050508281036060840152602080835192838152019201905f5b818110610e20575050500390f35b91935091602061010082610e376001948851611dfd565b019401910191849392610e12565b9193945091602060a06001926080875173ffffffffffffffffffffffffffffffffffffffff815116835273ffffffffffffffffffffffffffffffffffffffff85820151168584015260408101511515604084015273ffffffffffffffffffffffffffffffffffffffff60608201511660608401520151608082015201940191019185949392610df1565b7f5c52a868000000000000000000000000000000000000000000000000000000005f5260045ffd5b90919293949598838982610f0f610f1f948a5161376d565b610f1a8d87876128cb565b613844565b865160018101809111610f5757848a600193610f47938b52610f42898483612d7b565b6134a8565b9981895201959493929190610d86565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b9050999899610cba565b67ffffffffffffffff847fa1757dcf000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b67ffffffffffffffff828a7f77f1205c000000000000000000000000000000000000000000000000000000005f526004521660245260445ffd5b60e07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261041e5760243560043560443567ffffffffffffffff811161041e5760a07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc823603011261041e5760407fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff9c36011261041e5760a43567ffffffffffffffff811161041e576110b9903690600401611c47565b60c435929167ffffffffffffffff841161041e576110de6110f3943690600401611c78565b9490936110e9612792565b3690600401612079565b936110ff858888612806565b611107612311565b50611110612311565b946064359767ffffffffffffffff891691828a0361041e5760843567ffffffffffffffff81169a8b820361041e578b8511611c1757606083019467ffffffffffffffff8651168d8111611be85750928a9b9c67ffffffffffffffff938460809461124b978f9e9f8390519b51168091115f14611bdc575090899f99915b1690525060208d015260406111a18261347c565b8051828f6111ad6122a2565b9280516020850152835201528d60606020830151916111ca6122a2565b92805160208501528352015201516111e06122a2565b815160208201529081528c8301526040517fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe061102061121f8184612020565b8483520136602083013760a08d01520151169160208401928352611243858a612c2c565b9384916134a8565b975f608088019360c08901925b888310611b8e575050505115610ecf576103e842024281046103e81442151715610f57578067ffffffffffffffff61128e612374565b16111580611b73575b61129f612374565b6112a761238b565b9115611b3457505050906112be858a9493516126bf565b905f5b868110611a21575050506112d485612942565b957fbc36789e7a1e281436464229828f817d6612f7b477d66591ff96a9e064bcc98a8803611a025760015b835f52600260205260405f2055846119be575b5050505f915f5b8181106116775750505034810361164857506060810151916020835193015183525f5b85845182101561138d57906001917fe53120029291c5cc0e8987f04756a4aef711e938b9f0f24e11ac8b6829adc6ba6101006113788489612434565b516113866040518092611dfd565ba20161133c565b604084827f21f762f77873cdaca689836d77b8c0b99adc3d568e7cb17302a30439c432eb66868a6113c28651928392836123a2565b0390a201516020815191015181525f5b8151811015611623576113e58183612434565b5190604082015115801590611617575b61160e576060820173ffffffffffffffffffffffffffffffffffffffff815116906020840193608073ffffffffffffffffffffffffffffffffffffffff865116910192835191811590815f146115c457604051611453602082612020565b5f8152925b82156115b557505f60209194935b62021bcb5a119482805283825192019087620186a0f1923d159115841661159a575b505081908215611592575b501561156a576001948791156114f257602073ffffffffffffffffffffffffffffffffffffffff807f37db9851b6c9a32f8ddcf4734e6526de7c85268ef735f7883ea70dc8a39c9c859351169451169451604051908152a45b016113d2565b602073ffffffffffffffffffffffffffffffffffffffff807f87dfa7e206a64bc13933dbcfd98a243674019da80e488c95c9a1e023f5a89479938751828251165f526003855260405f2083808a5116165f52855261155560405f20918254612935565b905551169451169451604051908152a46114ec565b7f858c8974000000000000000000000000000000000000000000000000000000005f5260045ffd5b905088611493565b909192503b151581169060015f511490151617908880611488565b919350509160205f8093611466565b6040517fa9059cbb00000000000000000000000000000000000000000000000000000000602082015281602482015284604482015260448152611608606482612020565b92611458565b600191506114ec565b506080820151156113f5565b5f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d005b7f195a3ca1000000000000000000000000000000000000000000000000000000005f526004523460245260445ffd5b6116828183856128cb565b803590600382101561041e576020810161169b81612475565b926116a860408401612475565b8c7ff5b1fa67eaab64cff6e390fb51aa4f1244e05d940b3d276ee78cd52eb392826a60a073ffffffffffffffffffffffffffffffffffffffff606088019860806116f18b612475565b9983858201359b816040519a8c8c521660208b0152166040890152013560608701528860808701521693a3158015906119b4575b6119a95773ffffffffffffffffffffffffffffffffffffffff61174784612475565b16156119945773ffffffffffffffffffffffffffffffffffffffff61176b84612475565b16604051917f70a08231000000000000000000000000000000000000000000000000000000008352306004840152602083602481855afa92831561190a575f9361195f575b506117ba90612475565b9073ffffffffffffffffffffffffffffffffffffffff604051927f23b872dd000000000000000000000000000000000000000000000000000000005f5216600452306024528360445260205f60648180855af160015f5114811615611940575b826040525f6060521561191557816024816020937f70a082310000000000000000000000000000000000000000000000000000000082523060048301525afa90811561190a575f916118d7575b5061187b91611875916126bf565b92612475565b81830361188f575050506001905b01611319565b73ffffffffffffffffffffffffffffffffffffffff907f49b27b36000000000000000000000000000000000000000000000000000000005f521660045260245260445260645ffd5b90506020813d8211611902575b816118f160209383612020565b8101031261041e575161187b611867565b3d91506118e4565b6040513d5f823e3d90fd5b7f5274afe7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b600181151661195657813b15153d15161661181a565b823d5f823e3d90fd5b9092506020813d821161198c575b8161197a60209383612020565b8101031261041e5751916117ba6117b0565b3d915061196d565b506119a3915060019295612935565b93611889565b505050600190611889565b505f821315611725565b7f4beb0a56bd9a534081c5271d9f9c9e8da480d7c297326fc9d4eb4057329f9214916119f76040519283926020845260208401916123bc565b0390a2858780611312565b6040516020810190611a19816101d98b8d866123a2565b5190206112ff565b9091929350611a318187876128cb565b8035600381101561041e5760028c91148015611b0a575b611b0057611aa2611a7e83611aa893611a6387895151612434565b5167ffffffffffffffff611a77898c612935565b1691612496565b6020840193611a9a611a8f86612475565b9160c0810190612700565b929091613ca7565b91612475565b9015611abe57506001905b0190899392916112c1565b73ffffffffffffffffffffffffffffffffffffffff907f4a0bfec1000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b5050600190611ab3565b50611b1760208301612475565b73ffffffffffffffffffffffffffffffffffffffff163314611a48565b9067ffffffffffffffff80927fe0f87475000000000000000000000000000000000000000000000000000000005f52166004521660245260445260645ffd5b5067ffffffffffffffff611b8561238b565b16811115611297565b90919a828a82610f1a8f611ba6611bad968c5161376d565b8d8d6128cb565b845160018101809111610f5757838b600193611bd0938952610f42868483612d7b565b9b818552019190611258565b905090899f999161118d565b8d7fa1757dcf000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b8b857f77f1205c000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b9181601f8401121561041e5782359167ffffffffffffffff831161041e576020808501948460051b01011161041e57565b9181601f8401121561041e5782359167ffffffffffffffff831161041e576020838186019501011161041e57565b9060a081019180519260a083528351809152602060c084019401905f5b818110611da3575050506020810151928281036020840152602080855192838152019401905f5b818110611d5f575050506040810151928281036040840152602080855192838152019401905f5b818110611d3d5750505067ffffffffffffffff6080828260608395015116606086015201511691015290565b8251805187526020908101518188015260409096019590920191600101611d11565b90919460206060600192604089518051835273ffffffffffffffffffffffffffffffffffffffff858201511685840152015160408201520196019101919091611cea565b909194602060606001926040895173ffffffffffffffffffffffffffffffffffffffff815116835273ffffffffffffffffffffffffffffffffffffffff858201511685840152015160408201520196019101919091611cc3565b80516005811015611e965760e0918291845273ffffffffffffffffffffffffffffffffffffffff602082015116602085015273ffffffffffffffffffffffffffffffffffffffff604082015116604085015260608101511515606085015273ffffffffffffffffffffffffffffffffffffffff608082015116608085015260a081015160a085015260c081015160c08501520151910152565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b359067ffffffffffffffff8216820361041e57565b907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f602080948051918291828752018686015e5f8582860101520116010190565b6004359073ffffffffffffffffffffffffffffffffffffffff8216820361041e57565b6024359073ffffffffffffffffffffffffffffffffffffffff8216820361041e57565b359073ffffffffffffffffffffffffffffffffffffffff8216820361041e57565b60a0810190811067ffffffffffffffff821117611f9e57604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b6060810190811067ffffffffffffffff821117611f9e57604052565b6040810190811067ffffffffffffffff821117611f9e57604052565b610100810190811067ffffffffffffffff821117611f9e57604052565b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff821117611f9e57604052565b67ffffffffffffffff8111611f9e5760051b60200190565b91909160a08184031261041e576040519061209382611f82565b8193813567ffffffffffffffff811161041e57820181601f8201121561041e5780356120be81612061565b916120cc6040519384612020565b8183526020606081850193028201019084821161041e57602001915b818310612258575050508352602082013567ffffffffffffffff811161041e57820181601f8201121561041e57803561212081612061565b9161212e6040519384612020565b8183526020606081850193028201019084821161041e57602001915b818310612215575050506020840152604082013567ffffffffffffffff811161041e57820181601f8201121561041e5780359061218682612061565b926121946040519485612020565b82845260208085019360061b8301019181831161041e57602001925b8284106121e45750505050608080926121df9260408601526121d460608201611ec3565b606086015201611ec3565b910152565b60408483031261041e57602060409182516121fe81611fe7565b8635815282870135838201528152019301926121b0565b60608386031261041e57602060609160405161223081611fcb565b8535815261223f838701611f61565b838201526040860135604082015281520192019161214a565b60608386031261041e57602060609160405161227381611fcb565b61227c86611f61565b8152612289838701611f61565b83820152604086013560408201528152019201916120e8565b604051906122af82611fe7565b5f602083606081520152565b6040519060c0820182811067ffffffffffffffff821117611f9e57604052606060a0835f81525f60208201526122ef6122a2565b60408201526122fc6122a2565b838201526123086122a2565b60808201520152565b6040519060e0820182811067ffffffffffffffff821117611f9e576040525f60c08361233b6122bb565b815282602082015261234b6122a2565b60408201526123586122a2565b60608201526123656122a2565b60808201528260a08201520152565b60643567ffffffffffffffff8116810361041e5790565b60843567ffffffffffffffff8116810361041e5790565b6040906123b9939281528160208201520190611ca6565b90565b601f82602094937fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe093818652868601375f8582860101520116010190565b8051156124075760200190565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b80518210156124075760209160051b010190565b6040519061245582611f82565b5f6080836060815260606020820152606060408201528260608201520152565b3573ffffffffffffffffffffffffffffffffffffffff8116810361041e5790565b919290813593600385101561041e576042946125a15760209373ffffffffffffffffffffffffffffffffffffffff849381809467ffffffffffffffff6124df8a60a09a01612475565b916124ec60408a01612475565b946124f960608b01612475565b977f07836d09ca7a7bee4dc84d62db64b03692ff2d5886533d8889babb2f5a3601336040519d8e015260408d015260608c01521660808a015216868801521660c08601521660e08401520135610100820152610100815261255c61012082612020565b6020815191012061256b613ef1565b90604051917f19010000000000000000000000000000000000000000000000000000000000008352600283015260228201522090565b829167ffffffffffffffff73ffffffffffffffffffffffffffffffffffffffff926125d0602060a09701612475565b92604051977fad7d46aa481c8a3ecb719d40a6df5faa37df330e35144de54a4e02f28ba5ae2960208a0152604089015260608801521660808601521682840152608081013560c0840152013560e082015260e0815261263161010082612020565b61255c565b9061264082612061565b61264d6040519182612020565b8281527fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe061267b8294612061565b0190602036910137565b67ffffffffffffffff8111611f9e57601f017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe01660200190565b91908203918211610f5757565b9093929384831161041e57841161041e578101920390565b5f5b8281106126f257505050565b6060828201526020016126e6565b9035907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe18136030182121561041e570180359067ffffffffffffffff821161041e5760200191813603831361041e57565b916040519173ffffffffffffffffffffffffffffffffffffffff6020840194168452604083015260608201526060815261278c608082612020565b51902090565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c6127de5760017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d565b7f3ee5aeb5000000000000000000000000000000000000000000000000000000005f5260045ffd5b9290835f5260026020526101d961282d60405f2054946040519283916020830195866123a2565b51902082146128c65750801561289a5760011461286f577fd29bb164000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7fcf43a738000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b507f26d78428000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b915050565b91908110156124075760051b810135907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff218136030182121561041e570190565b9060028201809211610f5757565b9060018201809211610f5757565b9060148201809211610f5757565b91908201809211610f5757565b9067ffffffffffffffff6020612956612448565b938281516129638761347c565b6040820151858151910151815281526060820151858151910151815285820152604060808301519186835193015183520152511660608601520151166080830152565b73ffffffffffffffffffffffffffffffffffffffff16801515806129f8575b156129cd5750565b7f1d13fd16000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b50308114156129c5565b905f8091602081519101845af48080612ab6575b15612a365750506040513d81523d5f602083013e60203d82010160405290565b15612a7d5773ffffffffffffffffffffffffffffffffffffffff907f9996b315000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b3d15612a8e576040513d5f823e3d90fd5b7fd6bda275000000000000000000000000000000000000000000000000000000005f5260045ffd5b503d151580612a165750813b1515612a16565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8114610f575760010190565b15612afd57565b7fab3b4799000000000000000000000000000000000000000000000000000000005f525f60045260245ffd5b15612b3057565b7fab3b4799000000000000000000000000000000000000000000000000000000005f52600160045260245ffd5b15612b6457565b7fab3b4799000000000000000000000000000000000000000000000000000000005f52600960045260245ffd5b15612b9857565b7fab3b4799000000000000000000000000000000000000000000000000000000005f52601560045260245ffd5b15612bcc57565b7fab3b4799000000000000000000000000000000000000000000000000000000005f52601660045260245ffd5b15612c015750565b7fab3b4799000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b9190604051612c3a81611fcb565b606081526020810193606085525f604083015281945f925f5b858110612d41578086612c669214612bf9565b612c6f84612636565b8152612c7a84612636565b82525f94855b858710612c905750505050505050565b612ca58183612c9e8261290b565b1115612bf9565b8085013560f01c60028201808311610f5757612ccd90612cc58382612935565b9085896126cc565b90612cd782612685565b612ce46040519182612020565b8281526020810190368484011161041e575f602085879686863783010152519020612d108b8851612434565b5260101b17612d20898751612434565b526002019081600211610f5757600191612d3991612935565b960195612c80565b612d4f8187612c9e8261290b565b8084013560f01c6002019081600211610f5757612d7591612d6f91612935565b94612ac9565b93612c53565b929190604082019260406020855101511161302657612d9b9392936122a2565b60808501948551965f965f9660208a01985b8951891015612de357612ddb600191612dc68b8e614fd6565b612dd560208251920151614ff5565b90615094565b980197612dad565b93969950612e28959850602091929497508190510151915101519160405193612e0b85611f82565b84526020840152604083015260608201525f60808201528361376d565b5f9260208301905b815115613474575f6080604051612e4681611f82565b828152826020820152826040820152826060820152015281517fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8101908111610f575780612e979184528551612434565b51947fbc36789e7a1e281436464229828f817d6612f7b477d66591ff96a9e064bcc98a86511461346d57612eca90612ac9565b94610100861161344557612edf8151886140c8565b909190600190612ef181831115612af6565b833560f81c9082820361304e5760a0880151926015612f1283821115612b29565b612f218288013560601c6129a6565b601691612f3084841115612b91565b8188013560f81c11612c015750612f5990612f4e83602a1115612bc5565b86013560601c6129a6565b6040808501612f688151612ac9565b80915211613026577fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff612fa78594612fa0848961419f565b97916150b2565b14612ff957612fe4946002612fdc94935b03612fe957612fd783612fd060ff60405b1682612935565b8414612bf9565b61406b565b81528561376d565b612e30565b612fd783612fd060ff6020612fc9565b7fab3b4799000000000000000000000000000000000000000000000000000000005f52603e60045260245ffd5b7fd1f931c3000000000000000000000000000000000000000000000000000000005f5260045ffd5b8394600483959495145f146131175761308a93945060a08901516130b46130758484615356565b9690926130838887876141cc565b9b916150b2565b957fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff871415612bf9565b6040606087016130c48151612ac9565b809152116130ef57612fe496612fdc956130e760029360208a0192835191615094565b905293612fb8565b7f9fdcaa43000000000000000000000000000000000000000000000000000000005f5260045ffd5b9193909250600384036133495760299061313384831115612b5d565b61314160098401358d6140c8565b9160a08b015161315384831115612af6565b6006833560f81c03612afd57815b84811061318057505050505091612fe49493916002612fdc9493612fb8565b61318e8186612c9e82612919565b8381013560f81c83810361326b5750828101808211610f57576131b56131ba9187876154a1565b6129a6565b60158101808211610f57576131b56131d39187876154a1565b603d8101809111610f575761321a817fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff61321385612fa08f968b8b6141cc565b1415612bf9565b60208101808211610f57578186613232921115612bf9565b6020810180911115613161577f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b81600282036132e95784915001809111610f575761328a9085856153de565b905060148101808211610f57578086612c9e6132a593612919565b60158101808211610f5757906101fe60145f928701013560f71c165b848183106132d15750505061321a565b9091926132df90888861543f565b90509201906132c1565b60036132f59214612bf9565b828101809111610f575761334481847fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff61333d868f96613336908c8c6141cc565b98916150b2565b1414612bf9565b61321a565b91906002849594149283801561343b575b15612afd5761339e85917fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff61339760a08d0151612fa08888614172565b1414612b29565b80936133b7575b5090612fdc92916002612fe496612fb8565b9291906020840195868511610f57576040850190818811610f5757613430612fdc966133eb612fe49a876002961115612bf9565b602089015160408a015160608b01519060808c01519260206040519561341087611f82565b8a010135855260208501526040840152606083015260808201528d61376d565b9650509091926133a5565b506005861461335a565b7f7737af63000000000000000000000000000000000000000000000000000000005f5260045ffd5b9450612e30565b945050505050565b604051606061348b8183612020565b5f5b81811061349a5750505090565b80826020928501520161348d565b91909182519060c08401925b7fbc36789e7a1e281436464229828f817d6612f7b477d66591ff96a9e064bcc98a82036135af575050506040825101515f936040602083019401945b84518110156135835760019061350461584c565b5061357a613513828651612434565b5173ffffffffffffffffffffffffffffffffffffffff81511690604073ffffffffffffffffffffffffffffffffffffffff602083015116910151906040519261355b84611f82565b80845260208401525f604084015260608301526080820152885161376d565b818552016134f0565b50935050505f90527fbc36789e7a1e281436464229828f817d6612f7b477d66591ff96a9e064bcc98a90565b6135bc82829796976140c8565b6001936135cb82861115612af6565b823560f81c6003810361368057506135e68260091115612b29565b60208601518386013560c01c918282106136745750865182811061363557505090613622929160a08a0180511561362d575b505060299161406b565b9184529493946134b4565b525f80613618565b9067ffffffffffffffff80927f393a8d97000000000000000000000000000000000000000000000000000000005f52166004521660245260445260645ffd5b99505050505050505050565b90508481036136a05750908161369a8961362294846146b0565b9161406b565b600481036136b95750908161369a8961362294846145d5565b6136d690866002876136cb8688614172565b969194908795614217565b149203613701575061362293929161369a91156136f85760ff5f5b1690612935565b60ff60206136f1565b93915015613715575b90613622929161406b565b60405161372181612003565b6004816137649161362296959493525f60208201525f60408201525f60608201525f60808201525f60a08201525f60c08201525f60e082015260608c015161376d565b9091925061370a565b90602082019081519283815151811461379a575b61378b9151612434565b5260018201809211610f575752565b60011b7f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff85168503610f575760048101809111610f57576137db8591612636565b5f5b8281106137ec57508252613781565b60019192506137fc818551612434565b516138078285612434565b52019085916137dd565b156138195750565b7fd297dc69000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b919392907fbc36789e7a1e281436464229828f817d6612f7b477d66591ff96a9e064bcc98a8114613c98578161388161389a9260099695946140c8565b959061389260299760291115612b5d565b0135906140c8565b90928560015b838110613c5457505050600192823560038110159560028214965b8487106138f9576138d160a08a01518015613811565b7fe767abbb000000000000000000000000000000000000000000000000000000005f5260045ffd5b613906898887878a614a0a565b9050966139178187612c9e82612919565b8085013560f81c60018114613a6b57600214613973575061041e575f958761394b575b60208101809111610f5757956138bb565b7f07259e06000000000000000000000000000000000000000000000000000000005f5260045ffd5b6001819a9799969492989a95939501809111610f57576139949084846153de565b94909761041e575f946001831490811591613a5c575b8a8215613a20575b5050613a125760a08973ffffffffffffffffffffffffffffffffffffffff8a6139dd60208401612475565b907f7c725fb4000000000000000000000000000000000000000000000000000000005f5260045216602452013560445260645ffd5b91939650919396949761393a565b73ffffffffffffffffffffffffffffffffffffffff919250613a50613a486020849301612475565b938888614089565b16911614155f8a6139b2565b60808b01358a141591506139aa565b509895979290969193949661041e575f918115801590613c11575b613c01575050505060158601808711610f5757613aa49085846154a1565b613ad46020870173ffffffffffffffffffffffffffffffffffffffff80613aca83612475565b9416928392612475565b931603613bbb5750508501808611610f5757613af19084836154a1565b613b176060860173ffffffffffffffffffffffffffffffffffffffff80613aca83612475565b931603613b75575050603d8501809511610f575760a094613b4593613b3b926141cc565b5090915191614217565b7fbefbfaed000000000000000000000000000000000000000000000000000000005f52600452013560245260445ffd5b73ffffffffffffffffffffffffffffffffffffffff92507f2d6ac127000000000000000000000000000000000000000000000000000000005f526004521660245260445ffd5b73ffffffffffffffffffffffffffffffffffffffff92507f627d128b000000000000000000000000000000000000000000000000000000005f526004521660245260445ffd5b909297959850959392909561393a565b50613c1e60408a01612475565b60018b01808c11610f575773ffffffffffffffffffffffffffffffffffffffff613c4a81928c8b6154a1565b1691161415613a86565b90613c66918487879599989697614a0a565b9490859015613c7f5750506123b99495612fd791614d23565b9095919392945060208101809111610f575786906138a0565b6138d160a08601518015613811565b9060408403613ea2578360201161041e578235602084013560207fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0870110613e71575b601b8160ff1c019060ff8211610f575773ffffffffffffffffffffffffffffffffffffffff8516918215159384613deb575b50505050613de2575b813b15159283613d38575b505050905090565b5f93507fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f86602097606494604051967f1626ba7e0000000000000000000000000000000000000000000000000000000088526004880152604060248801528160448801528587013786848287010152011601915afa7f1626ba7e000000000000000000000000000000000000000000000000000000005f5114601f3d111616805f8080613d30565b50505050600190565b602093945091613e417f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff925f94604051948594169189859094939260ff6060936080840197845216602083015260408201520152565b838052039060015afa1561190a5773ffffffffffffffffffffffffffffffffffffffff5f5116145f808080613d1c565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff60208781030160031b1b16613cea565b613ead848483614fa2565b506004811015611e9657159081613ece575b5015613d255750505050600190565b905073ffffffffffffffffffffffffffffffffffffffff8084169116145f613ebf565b73ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016301480613feb575b15613f59577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a0815261278c60c082612020565b507f00000000000000000000000000000000000000000000000000000000000000004614613f30565b60ff811690601f82116140435760405191614030604084612020565b6020808452838101919036833783525290565b7fb3512b0c000000000000000000000000000000000000000000000000000000005f5260045ffd5b9060208301808411610f57576140849184911115612bf9565b013590565b9060148301808411610f57576140a29184911115612bf9565b013560601c90565b90826140ba91612c9e8683612935565b01359060031b610100031c90565b9190918051519060408101908151915f925b84841061410d57867fee43168e000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b8481101561416b575b86614122828551612434565b511461413b57614133600191612ac9565b9301926140da565b935091509293506001820192838311610f575761415d93602092520151612434565b519061ffff8260101c921690565b505f614116565b919060038110612b3057600183013560f01c92836003019182600311610f57578211612b30576003019291565b919060408110612ff957603e83013560f01c92836040019182604011610f57578211612ff9576040019291565b90929160028101808211610f575784614211936141f08461420c98612c9e8261290b565b6142008482013560f01c84612935565b96879483861115612bf9565b6126cc565b92909291565b92919060a0820151935f925f5b84848210156145c15760018201916142408187612c9e82612919565b84013560f81c906001820361427657505061425c90848461543f565b959061426d60018701979689612434565b525b9493614224565b6002829392989798145f146142f35750602891506142dd604084015173ffffffffffffffffffffffffffffffffffffffff6142b2848989614089565b1673ffffffffffffffffffffffffffffffffffffffff6142d6601486018a8a614089565b1691615619565b6142eb60018901988a612434565b52019361426f565b60038314928380156145b7575b156143635750506014916143186143479287876153de565b929060608601519073ffffffffffffffffffffffffffffffffffffffff614340868b8b614089565b1691615587565b911561435c57506142eb60018901988a612434565b90506142dd565b9196925090600681036143a257505061438061438c9585856153de565b95906080840151615541565b905061439c600188019789612434565b5261426f565b600481036143bc575050815161439c600188019789612434565b600581036143d9575050602082015161439c600188019789612434565b601081036143f2575050600161439c8188019789612434565b6011810361440b5750505f61439c600188019789612434565b6007810361444f5750507fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff860161439c614445828a612434565b515f039189612434565b601481036144945750507fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff860161439c614489828a612434565b516001039189612434565b600c81036145455750507ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe8601957ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffd81019060016144f2838b612434565b510361450f575061439c614506888a612434565b51915b89612434565b61453e7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff61439c92018a612434565b5191614509565b90966145b07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff61439c930199019261459e848c612434565b516145a98b8d612434565b51916154b0565b9189612434565b5060158114614300565b505050505050906145d1906123fa565b5190565b6145ef6145fa93926145e78184615356565b9190936141cc565b949190845191614217565b82516080015190926003915f9160600190602081019083905b825182101561468d576146268282614fd6565b91878351036146835750506020915001938451906040519361464785612003565b611e965761467f9484525f60208501525f60408501525f60608501525f608085015260a084015260c08301528460e08301525161376d565b5290565b6001019150614613565b9450505050506123b992604051926146a484611fe7565b8352602083015261376d565b90916146bf8360151115612b29565b6146cc83602a1115612bc5565b6146d98360161115612b91565b82603e116149dd57604051906146ee82611f82565b600183013560601c825261474d6020830193601681013560601c855260408401956001601583013560f81c14875261473b6060860191602a84013560601c835260808701935f855261419f565b98919490865190604082015196614217565b5f811315614937576147e061479273ffffffffffffffffffffffffffffffffffffffff89511673ffffffffffffffffffffffffffffffffffffffff8651169088615619565b8281101561493057805b8187526147d973ffffffffffffffffffffffffffffffffffffffff8b51169273ffffffffffffffffffffffffffffffffffffffff885116926126bf565b91886156d4565b83519080821061484c575b50509160409493916123b9979351614809575b50505050015161376d565b61483d73ffffffffffffffffffffffffffffffffffffffff806148439651169251169251614838848487615619565b612935565b926156d4565b5f8080806147fe565b959492909793915f60e060405161486281612003565b8281528260208201528260408201528260608201528260808201528260a08201528260c0820152015273ffffffffffffffffffffffffffffffffffffffff88511673ffffffffffffffffffffffffffffffffffffffff86511697825115159a73ffffffffffffffffffffffffffffffffffffffff85511691604051926148e784612003565b6123b99d60409c614923966002875260208701528d860152606085015260808401525f60a084015260c083015260e0820152606088015161376d565b91939781939596506147eb565b829061479c565b9250959392509373ffffffffffffffffffffffffffffffffffffffff8080925f60e060405161496581612003565b8281528260208201528260408201528260608201528260808201528260a08201528260c08201520152511694511695511515945116604051946149a786612003565b6123b99660609560018852602088015260408701528486015260808501525f60a085015260c08401525f60e0840152015161376d565b7fab3b4799000000000000000000000000000000000000000000000000000000005f52602a60045260245ffd5b9493929091614a1d8282612c9e82612919565b8183013560f81c60018114614bb157600214614a7f5760018201809211610f5757614a47926141cc565b9491909135600381101561041e576002149182614a67575b505090509190565b614a7692506001935191614217565b14805f80614a5f565b94925060018101809111610f5757614a989085836153de565b90928035600381101561041e576001149384614ba3575b5083614b66575b60a001356014820192838311610f57575f93614ad68189612c9e82612919565b60156014858401013560f81c9401809111610f5757969291905f935b838510614b0e57505050505081614b0857509190565b90509190565b909192939460019084614b25614b2f9b858761543f565b85879d929d61543f565b9190919b8315614b48575b505050950193929190614af2565b1315915081614b5b575b505f8581614b3a565b90508413155f614b52565b925060a0614b7660208501612475565b73ffffffffffffffffffffffffffffffffffffffff80614b97858a88614089565b16911614939050614ab6565b60808201351493505f614aaf565b50919490603d8101808211610f5757614bcb9084886141cc565b979091928435600381101561041e57159586614cac575b86614c68575b86614c1d575b50505083614c00575b50505090509190565b60a09350614c1092945191614217565b91013514805f8080614bf7565b9091929550614c2e60608601612475565b9260298301809311610f575773ffffffffffffffffffffffffffffffffffffffff928392614c5b926154a1565b16911614925f8080614bee565b9550614c7660208601612475565b60158201808311610f575773ffffffffffffffffffffffffffffffffffffffff614ca281928a876154a1565b1691161495614be8565b9550614cba60408601612475565b60018201808311610f575773ffffffffffffffffffffffffffffffffffffffff614ce681928a876154a1565b1691161495614be2565b15614cf85750565b7f0d24dd22000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b803591600383101561041e5760028314614f9d57600160a083013593614d59856c01000000000000000000000000811315614cf0565b14614f61575f831315614e425760409092919251015181935f92602083019460608101945b8651811015614dfe57614d8f61584c565b50614d9b818651612434565b5173ffffffffffffffffffffffffffffffffffffffff60208201511673ffffffffffffffffffffffffffffffffffffffff614dd589612475565b1614614de5575b50600101614d7e565b600191986040614df792015190612935565b9790614ddc565b50614e4095506118756040614e3492614e2e61483d959798969a6c01000000000000000000000000811115614cf0565b01612475565b92614838848487615619565b565b9190614e5060208201612475565b92614e696060614e6260408501612475565b9301612475565b9273ffffffffffffffffffffffffffffffffffffffff60405195614e8c87611f82565b16855273ffffffffffffffffffffffffffffffffffffffff602086019316835273ffffffffffffffffffffffffffffffffffffffff80806040880197600189528160608201981688525f60808201525f60e0604051614eea81612003565b8281528260208201528260408201528260608201528260808201528260a08201528260c0820152015251169451169551151594511660405194614f2c86612003565b614e40966060955f8852602088015260408701528486015260808501525f60a085015260c08401525f60e0840152015161376d565b606090614f9484614e40957fffffffffffffffffffffffffffffffffffffffff0000000000000000000000001315614cf0565b5101519061586a565b505050565b9060418303614fcc57614fc59250602081013591604082359201355f1a90615945565b9192909190565b50505f9160029190565b906145d1915f6020604051614fea81611fe7565b828152015251612434565b801561508f575f811315615089575b7d0101020202020303030303030303000000000000000000000000000000006fffffffffffffffffffffffffffffffff821160071b67ffffffffffffffff83821c1160061b1763ffffffff83821c1160051b1761ffff83821c1160041b1760ff83821c1160031b17600f83821c1160021b1791821c1a1760018101809111610f575790565b19615004565b505f90565b9190604051926150a384611fcb565b83526020830152604082015290565b9192906020840151925f935f915f5b848110615100575050506150ea61020094936150e56150f594600160809514612bf9565b6123fa565b519401918251612935565b809152116134455790565b8096929661510d82612ac9565b9161511c8188612c9e82612919565b83013560f81c90600182036152005750509161513c61514393868461543f565b9390614ff5565b905b60fe82118015906151d7575b156151ab5760808510156151835761517c9161517661516f87612ac9565b9689612434565b52612ac9565b95916150c1565b7f2e3a521a000000000000000000000000000000000000000000000000000000005f5260045ffd5b507f25b262d9000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b507fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8214615151565b6002820361523757505060148101808211610f57578086612c9e61522393612927565b60288101809111610f575791606090615145565b87600383969493149586801561534c575b156152ab5750505061525b9086846153de565b905061526b8187612c9e82612927565b60148101809111610f575792156152855760605b90615145565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff61527f565b9295509091600681036152d1575050506152c961527f9386846153de565b939088615ca9565b600481148015615342575b156152ec57505050604090615145565b601081148015615338575b15615326575050507fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff90615145565b906153329396916159e6565b93615145565b50601181146152f7565b50600581146152dc565b5060158114615248565b90919060028310612b30576001810135908160f81c60208111612b30576002019384600211610f575784116153b1576002013560f59190911c6107f81661010090810391821c91908111610f57571b9180600211610f575790565b7fab3b4799000000000000000000000000000000000000000000000000000000005f52600260045260245ffd5b9291926153ef8483612c9e82612919565b83810135918260f81c91615407866020851115612bf9565b60018601809611610f575782866107f893615421936140aa565b9260f51c1661010003916101008311610f57576123b9921b93612935565b9291926154508483612c9e82612919565b83810135906107f88260f81c9261546b876020861115612bf9565b60f51c1661010003906101008211610f575760018601809611610f575782866123b995615497936140aa565b811b901d93612935565b90826140a291612c9e82612927565b6008811461553c576009811461553757600a811461553257600b8114615522576012811461551d57601381146155185760168114615512576017811461550d576018811461550857601914615503571490565b131590565b501290565b501390565b50121590565b501790565b501690565b508161552e5750505f90565b0590565b500290565b500390565b500190565b6020810191905f5b835181101561557d5761555c8183614fd6565b8381511461556d5750600101615549565b6020015160019590945092505050565b505050505f905f90565b6020810192905f5b845181101561560e576155a061584c565b506155ac818351612434565b5184815114806155d5575b6155c4575060010161558f565b604001516001969095509350505050565b5073ffffffffffffffffffffffffffffffffffffffff60208201511673ffffffffffffffffffffffffffffffffffffffff8516146155b7565b50505050505f905f90565b90915f9173ffffffffffffffffffffffffffffffffffffffff602082019416925b84518110156156cb5761564b61584c565b50615657818351612434565b518473ffffffffffffffffffffffffffffffffffffffff8251161480615692575b615685575060010161563a565b6040015195945050505050565b5073ffffffffffffffffffffffffffffffffffffffff60208201511673ffffffffffffffffffffffffffffffffffffffff851614615678565b50505050505f90565b93602085019390925f9273ffffffffffffffffffffffffffffffffffffffff16908215905b86518510156158035761570a61584c565b50615716858951612434565b51928073ffffffffffffffffffffffffffffffffffffffff855116148015906157c9575b6157bd575050156157b357505082517fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8101908111610f575783525b82518110156157ad578351906001810191828211610f575760019261579a91612434565b516157a6828751612434565b5201615776565b50915050565b6040015250915050565b925093600101936156f9565b5073ffffffffffffffffffffffffffffffffffffffff60208501511673ffffffffffffffffffffffffffffffffffffffff8316141561573a565b955090939592506158465773ffffffffffffffffffffffffffffffffffffffff614e40946040519461583486611fcb565b8552166020840152604083015261376d565b50505050565b6040519061585982611fcb565b5f6040838281528260208201520152565b5f6020830160808301359260a0810135945b82518410156159065761588d61584c565b50615899848251612434565b5193858551148015906158c1575b6158b75750505050604091500152565b600101935061587c565b5073ffffffffffffffffffffffffffffffffffffffff60208601511673ffffffffffffffffffffffffffffffffffffffff6158fe60208601612475565b1614156158a7565b925093906040905110156130ef5773ffffffffffffffffffffffffffffffffffffffff6159386020614e409601612475565b6040519461583486611fcb565b90917f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a084116159db579061599e6020945f9493604051948594859094939260ff6060936080840197845216602083015260408201520152565b838052039060015afa1561190a575f5173ffffffffffffffffffffffffffffffffffffffff8116156159d157905f905f90565b505f906001905f90565b5050505f9160039190565b93929091600785148015615c9f575b15615c7f57615a1760ff60015b1682615a12858395841115612bf9565b6126bf565b94615a228685612434565b519360018314615c4c5760018701808811610f5757615a4360039183612434565b519314615b7d5750601281148015615b73575b801592615a91858515807fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8a14149081615b47575b50612bf9565b600883148015615b3d575b615b2057600a8314615b0e5750600b8214615b0657615ac1945091615ae65750612bf9565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff9190565b6016811015915081615afa575b505f615a8b565b601a915011155f615af3565b505050509190565b9350505050615b1c91612935565b9190565b949350505050818082119118021860018101809111610f57579190565b5060098314615a9c565b90507fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8414145f615a8b565b5060138114615a56565b9291937fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff91501480615c22575b80615bdc575b90615bba91612bf9565b60028401808511610f5757615bce91612434565b519081808211911802189190565b506002850190818611610f57577fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff615c17615bba9385612434565b511415909150615bb0565b507fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff831415615baa565b50615b1c9291506014147fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff841414612bf9565b600c8503615c9357615a1760ff6003615a02565b615a1760ff6002615a02565b50601485146159f5565b805b615cb55750505f90565b615cbd61584c565b5081815114615cd0576040015180615cab565b6020915001519056' as const;
